using System.Text;
using System.Text.RegularExpressions;

namespace GlmTools.Emulator.Faults;

/// <summary>Garbles the frames of a stream as text, or as bytes.</summary>
internal static partial class Frames
{
    public static ReadOnlyMemory<byte> Of(string text) => Encoding.UTF8.GetBytes(text);

    public static Func<IReadOnlyList<ReadOnlyMemory<byte>>, IEnumerable<ReadOnlyMemory<byte>>> Each(Func<string, string> garble)
        => frames => frames.Select(frame => Of(garble(Text(frame))));

    /// <summary>Garbles the chunk in the middle, the only one if there is one.</summary>
    public static Func<IReadOnlyList<ReadOnlyMemory<byte>>, IEnumerable<ReadOnlyMemory<byte>>> InTheMiddle(Func<string, string> garble)
        => frames => frames.Select((frame, index) => index == Middle(frames) ? Of(garble(Text(frame))) : frame);

    /// <summary>The chunks before the middle.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> FirstHalf(IReadOnlyList<ReadOnlyMemory<byte>> frames) => frames.Take(Middle(frames));

    public static IEnumerable<ReadOnlyMemory<byte>> Splice(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        var middle = Middle(frames);
        var anew = frames.Select(static frame => Of(Created().Replace(Id().Replace(Text(frame), "$0-anew", 1), static match => $"{long.Parse(match.Value) + 90}", 1)));
        return [.. frames.Take(middle), Of(Cut(Text(frames[middle]))), .. anew];
    }

    public static IEnumerable<ReadOnlyMemory<byte>> SplitInCharacters(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        foreach (var frame in frames)
        {
            var start = 0;
            for (var i = 1; i < frame.Length; i++)
            {
                // Behind the first byte of a character that has more of them.
                if (frame.Span[i - 1] >= 0xC0)
                {
                    yield return frame[start..i];
                    start = i;
                }
            }

            yield return frame[start..];
        }
    }

    /// <summary>A frame without its second half.</summary>
    public static string Cut(string frame) => frame[..(frame.Length / 2)];

    private static string Text(ReadOnlyMemory<byte> frame) => Encoding.UTF8.GetString(frame.Span);

    // The last frame is [DONE].
    private static int Middle(IReadOnlyList<ReadOnlyMemory<byte>> frames) => (frames.Count - 1) / 2;

    [GeneratedRegex("(?<=\\{\"id\":\")[^\"]+")]
    private static partial Regex Id();

    [GeneratedRegex("(?<=\"created\":)[0-9]+")]
    private static partial Regex Created();
}
