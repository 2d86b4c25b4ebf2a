namespace GlmTools.Generators.Locking;

/// <summary>
/// What is said of a tool about each kind of change, so that a diagnostic and a test say it in the same words: {2} is the path of the
/// argument, {3} what was and {4} what is.
/// </summary>
internal static class ChangePhrases
{
    public const string ToolRemoved = "is gone, and stored transcripts may call it";
    public const string ToolAdded = "is new";
    public const string ParameterRemoved = "does not take '{2}' any more: {3} -> {4}";
    public const string ParameterRenamed = "takes '{2}' under another name: {3} -> {4}";
    public const string ParameterRequired = "now needs '{2}': {3} -> {4}";
    public const string ParameterNarrowed = "takes less as '{2}': {3} -> {4}";
    public const string ParameterWidened = "takes more as '{2}': {3} -> {4}";
    public const string DescriptionChanged = "describes {2} in other words: {3} -> {4}";
    public const string DefaultChanged = "has another default for '{2}': {3} -> {4}";
}
