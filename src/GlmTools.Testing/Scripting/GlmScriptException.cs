namespace GlmTools.Testing;

/// <summary>The requests and the script do not agree. The message is a picture of the dialogue.</summary>
/// <param name="message">The picture.</param>
public sealed class GlmScriptException(string message) : Exception(message);
