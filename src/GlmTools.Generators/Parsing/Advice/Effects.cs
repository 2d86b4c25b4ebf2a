namespace GlmTools.Generators.Parsing.Advice;

/// <summary>What the name of a tool says about its effect.</summary>
internal static class Effects
{
    // Verbs that a tool's name starts with where the call destroys, spends or sends. Words that are nouns as often
    // ("charge", "order", "book") are not among them.
    private static readonly HashSet<string> Verbs =
    [
        "buy", "cancel", "delete", "destroy", "drop", "erase", "pay", "purge", "refund", "remove", "revoke", "send", "terminate", "transfer",
        "truncate", "uninstall", "wipe", "withdraw",
    ];

    /// <summary>Whether a call sounds as if it could not be undone.</summary>
    public static bool SoundsFinal(string tool) => Words.Of(tool).FirstOrDefault() is { } verb && Verbs.Contains(verb);
}
