namespace GlmTools.Emulator;

/// <summary>A scenario cannot be used. The message names the place, such as <c>rules[2].say</c>, and the remedy.</summary>
/// <param name="message">Place and remedy.</param>
/// <param name="innerException">What was found there, or <see langword="null"/>.</param>
public sealed class ScenarioException(string message, Exception? innerException = null) : Exception(message, innerException);
