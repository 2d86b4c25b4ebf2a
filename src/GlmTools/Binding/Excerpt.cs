namespace GlmTools.Binding;

/// <summary>Cuts what came to a length that fits into a message.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    public static string Of(string text)
        => text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, CutAt(text)), "…");

    // Never between the halves of a surrogate pair: the message has to stay valid UTF-8.
    private static int CutAt(string text) => char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
}
