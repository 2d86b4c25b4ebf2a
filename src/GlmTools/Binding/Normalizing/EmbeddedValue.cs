namespace GlmTools.Binding.Normalizing;

/// <summary>A string that holds the object or array the schema wants in its place.</summary>
/// <param name="Start">Where the string begins in the arguments, at its opening quote.</param>
/// <param name="End">Where it ends, behind its closing quote.</param>
/// <param name="Value">The JSON it holds, in UTF-8.</param>
/// <param name="Note">The line of the repair.</param>
internal sealed record EmbeddedValue(int Start, int End, byte[] Value, string Note);
