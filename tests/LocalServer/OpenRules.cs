using GlmTools;

namespace LocalServer;

/// <summary>
/// The rules of our schemas that the grammar of llama.cpp 0.7 leaves open, so that a model may break them and only the binder holds them.
/// docs/local-servers.md lists them.
/// </summary>
internal static class OpenRules
{
    /// <returns>Why the server let it pass, or <see langword="null"/> for no known reason.</returns>
    public static string? Of(GlmTool tool, GlmToolProblem problem, string? template)
        => template == "glm" && IsTextAtTop(tool, problem) ? "any rule of a text at the top, in tags"
            : (problem.Rule, tool.Name) switch
            {
                ("not" or "propertyNames" or "minProperties" or "maxProperties", _) => problem.Rule,
                ("format", "span" or "place_order") => "format: duration",
                ("format", "link") => "format: uri",
                ("format", "email") => "format: email",
                ("format", "bytes" or "base64" or "store") => "contentEncoding",
                ("format", "dates" or "union") => "format: days and offsets that are none",
                ("type", "small" or "denied" or "range" or "keys" or "price" or "move") => "the range of an integer's type",
                ("type", "narrow" or "number_range" or "plain") => "the range of a number's type",
                ("minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum", "number_range" or "price") => "bounds of a number",
                ("maxLength", "letter") => "a character beyond 16 bits",
                ("syntax", "spaces" or "excluding") => "pattern: bare control characters",
                ("pattern", "version") => "the range of a version's parts",
                _ => null,
            };

    /// <summary>
    /// Whether a model drawn by lot may never get through: where a pattern says what a text may not hold, the grammar lets a bare quotation
    /// mark pass, and the server then fails on its own JSON.
    /// </summary>
    public static bool MayBeUnreadable(GlmTool tool) => tool.Name == "excluding";

    // GLM's tags hold a text as it is, so that no grammar of JSON applies to it.
    private static bool IsTextAtTop(GlmTool tool, GlmToolProblem problem)
        => problem.Path.LastIndexOf('/') == 0
            && tool.JsonSchema.GetProperty("properties").TryGetProperty(problem.Path[1..], out var schema)
            && schema.TryGetProperty("type", out var type)
            && type.ValueEquals("string");
}
