namespace GlmTools.Testing;

/// <summary>What a script expects of a text.</summary>
/// <param name="Shown">What a picture shows of it.</param>
/// <param name="Matches">Whether a text is as expected.</param>
internal sealed record ScriptedText(string Shown, Func<string, bool> Matches);
