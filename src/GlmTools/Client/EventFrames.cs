using System.Runtime.CompilerServices;
using System.Text;

namespace GlmTools;

/// <summary>
/// Reads server-sent events. The framework's parser drops lines of unknown names, and with them the <c>meta:</c> lines of V3 and an
/// error that comes as bare JSON.
/// </summary>
internal static class EventFrames
{
    /// <summary>The events of a body. One that the end of the body cuts off is among them: who reads its data will see.</summary>
    public static async IAsyncEnumerable<EventFrame> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, leaveOpen: true);
        var frame = new PendingFrame();
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0 && !frame.HasFields && line.TrimStart().StartsWith('{'))
            {
                yield return new("", null, line + "\n" + await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false), null) { IsBareJson = true };
                yield break;
            }

            if (line.Length > 0)
            {
                frame.Add(line);
            }
            else if (frame.HasFields)
            {
                yield return frame.Take();
            }
        }

        if (frame.HasFields)
        {
            yield return frame.Take();
        }
    }
}
