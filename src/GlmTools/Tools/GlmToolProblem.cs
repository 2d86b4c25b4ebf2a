namespace GlmTools;

/// <summary>One thing that is wrong with the arguments of a tool call.</summary>
/// <param name="Path">The JSON Pointer (RFC 6901) of the value, <c>""</c> for the arguments as a whole.</param>
/// <param name="Rule">The JSON-schema keyword that is broken, such as <c>type</c>, <c>required</c> or <c>enum</c>; <c>syntax</c> for text that is no JSON, <c>exact</c> for a repaired call that cannot be undone.</param>
/// <param name="Expected">What the schema asks for.</param>
/// <param name="Actual">What came, cut to a readable length.</param>
public sealed record GlmToolProblem(string Path, string Rule, string Expected, string Actual)
{
    /// <summary>The line the model reads.</summary>
    public override string ToString() => $"{PlaceOf(Path)}: expected {Expected}, got {Actual}";

    /// <summary>How a path is shown: the arguments as a whole have an empty one.</summary>
    internal static string PlaceOf(string path) => path.Length == 0 ? "arguments" : path;
}
