namespace GlmTools.Emulator.Tests;

/// <summary>Small changes to JSON text, in the order in which a test names them.</summary>
internal static class JsonText
{
    /// <summary>The text without a part that it must have.</summary>
    public static string Without(this string json, string part)
        => json.Contains(part, StringComparison.Ordinal) ? json.Replace(part, "") : throw new ArgumentException($"{json} has no {part}.");

    /// <summary>The text as the only item of an array.</summary>
    public static string Wrapped(this string json) => $"[{json}]";
}
