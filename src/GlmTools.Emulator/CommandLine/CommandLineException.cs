namespace GlmTools.Emulator.CommandLine;

/// <summary>The arguments cannot be used; the message is the line to print.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
