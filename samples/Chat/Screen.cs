namespace Chat;

/// <summary>How texts of a model come to the terminal.</summary>
internal static class Screen
{
    // See no-color.org.
    private static readonly bool IsPlain = Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>The text without what a terminal would obey: neither a model nor a tool is to move the cursor or change the title.</summary>
    public static string Text(string text, bool isDim = false)
    {
        var harmless = string.Concat(text.Select(static c => char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c));
        return isDim && !IsPlain ? $"\e[2m{harmless}\e[22m" : harmless;
    }
}
