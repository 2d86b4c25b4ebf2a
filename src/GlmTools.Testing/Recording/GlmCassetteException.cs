namespace GlmTools.Testing;

/// <summary>A cassette cannot be read, does not hold what is asked for, or holds what nobody asked for. The message says what and where.</summary>
/// <param name="message">What is wrong, and what to do about it.</param>
/// <param name="innerException">What caused it.</param>
public sealed class GlmCassetteException(string message, Exception? innerException = null) : Exception(message, innerException);
