namespace GlmTools.Binding.Normalizing;

/// <summary>What became of a text.</summary>
/// <param name="Text">The text after the repairs that applied.</param>
/// <param name="IsJson">Whether it is the JSON value that was wanted, and no longer in doubt.</param>
/// <param name="Notes">What was done, in order.</param>
internal sealed record NormalizedText(string Text, bool IsJson, IReadOnlyList<string> Notes);
