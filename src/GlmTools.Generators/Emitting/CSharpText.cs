using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes constants of C#.</summary>
internal static class CSharpText
{
    /// <summary>A type in a comment. A reference cannot name a closed generic type.</summary>
    public static string Reference(string type)
        => type.Contains('<') ? $"<c>{type.Replace("global::", "").Replace('<', '{').Replace('>', '}')}</c>" : $"<see cref=\"{type}\"/>";

    public static string String(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A UTF-8 constant, escaped where it has to be.</summary>
    public static string Utf8(string text) => $"{String(text)}u8";

    /// <summary>
    /// A UTF-8 constant for the eye, quotes unescaped. JSON has no three quotes in a row, and <see cref="JsonText"/> leaves
    /// no line break in it, so that a raw literal can hold it, and several texts as well as one.
    /// </summary>
    public static string RawUtf8(params string[] json) => string.Concat(["\"\"\"", .. json, "\"\"\"u8"]);
}
