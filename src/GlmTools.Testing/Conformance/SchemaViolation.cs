namespace GlmTools.Testing;

/// <summary>A keyword of a schema that arguments break.</summary>
/// <param name="Path">The JSON Pointer of the value; of the member itself where it is missing.</param>
/// <param name="Keyword">The keyword.</param>
/// <param name="Rule">What the schema says with it.</param>
/// <param name="IsNullOfOptional">Whether it is only <c>null</c> where the value need not be at all, or may be of a nullable element.</param>
internal sealed record SchemaViolation(string Path, string Keyword, string Rule, bool IsNullOfOptional = false)
{
    public override string ToString() => $"{(Path.Length == 0 ? "the arguments" : $"'{Path}'")}: {Keyword} {Rule}";
}
