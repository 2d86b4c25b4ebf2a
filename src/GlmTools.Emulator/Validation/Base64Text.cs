using System.Buffers.Text;

namespace GlmTools.Emulator.Validation;

/// <summary>Files inside JSON.</summary>
internal static class Base64Text
{
    private const string Mark = ";base64,";

    /// <summary>The bytes, or <see langword="null"/> for what is no base64.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text) => Base64.IsValid(text) ? Convert.FromBase64String(text.ToString()) : null;

    /// <summary>The bytes of a <c>data:</c> URL, or <see langword="null"/> for what is none.</summary>
    public static byte[]? DataUrl(string? text)
        => text is not null && text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var mark
            ? Decode(text.AsSpan(mark + Mark.Length))
            : null;
}
