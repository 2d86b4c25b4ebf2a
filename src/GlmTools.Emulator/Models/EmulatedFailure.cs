namespace GlmTools.Emulator;

/// <summary>A reply that is an error, as plain JSON also when a stream was asked for.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The business code (protocol sheet 6.2).</param>
/// <param name="Message">The message.</param>
public sealed record EmulatedFailure(int Status, string Code, string Message) : EmulatedReply;
