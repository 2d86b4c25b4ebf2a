using System.Text;
using GlmTools.Testing;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>An event of a stream.</summary>
/// <param name="At">When it was complete, in seconds from the request.</param>
/// <param name="Text">The event as it came, without the blank line behind it.</param>
internal sealed record TimelineFrame(double At, string Text)
{
    /// <summary>Cuts a stream into its events. Chunks are cut anywhere: within an event, and within a character.</summary>
    public static IReadOnlyList<TimelineFrame> Of(IReadOnlyList<GlmRecordedChunk> chunks)
    {
        var frames = new List<TimelineFrame>();
        var open = new List<byte>();
        var at = TimeSpan.Zero;
        foreach (var chunk in chunks)
        {
            at += chunk.After;
            foreach (var value in chunk.Data.Span)
            {
                // Carriage returns mean nothing but line ends, and inside of data they are escaped.
                if (value == '\r')
                {
                    continue;
                }

                open.Add(value);
                if (value == '\n' && open is [.., (byte)'\n', (byte)'\n'])
                {
                    Close();
                }
            }
        }

        Close();
        return frames;

        void Close()
        {
            if (Encoding.UTF8.GetString([.. open]).Trim('\n') is { Length: > 0 } text)
            {
                frames.Add(new(Math.Round(at.TotalSeconds, 3), text));
            }

            open.Clear();
        }
    }
}
