namespace GlmTools.Generators.Parsing.Advice;

/// <summary>The words of a name, however they are set apart: <c>dbApiKey</c>, <c>DB_API_KEY</c> and <c>db-api-key</c> are the same.</summary>
internal static class Words
{
    public static IReadOnlyList<string> Of(string name)
        => ToolNames.SnakeCase(name.All(static c => !char.IsLower(c)) ? name.ToLowerInvariant() : name).Split(['_', '-'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words in one, for names that differ in nothing else.</summary>
    public static string Folded(string name) => string.Concat(name.ToLowerInvariant().Where(static c => c is not '_' and not '-'));
}
