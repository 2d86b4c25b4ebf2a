namespace GlmTools.Emulator.Chat;

/// <summary>Server-sent events (protocol sheet 5.1): one line of data each, and <c>[DONE]</c> at the end.</summary>
internal static class EventFrames
{
    public static IEnumerable<ReadOnlyMemory<byte>> Of(IEnumerable<byte[]> chunks)
        => chunks.Select(static chunk => Frame(chunk)).Append(Frame("[DONE]"u8));

    private static ReadOnlyMemory<byte> Frame(ReadOnlySpan<byte> data) => (byte[])[.. "data: "u8, .. data, .. "\n\n"u8];
}
