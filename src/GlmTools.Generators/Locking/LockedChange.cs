namespace GlmTools.Generators.Locking;

/// <summary>A difference between a tool as it was agreed to and as it is.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Path">The argument it is about, or <c>itself</c> for the tool.</param>
/// <param name="Before">What was agreed to.</param>
/// <param name="After">What is there now.</param>
internal sealed record LockedChange(LockedChangeKind Kind, string Path, string Before, string After);
