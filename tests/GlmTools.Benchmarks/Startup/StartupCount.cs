namespace GlmTools.Benchmarks.Startup;

/// <summary>What a program counted.</summary>
/// <param name="Methods">Methods compiled until its end.</param>
/// <param name="Microseconds">What making the definitions took.</param>
/// <param name="Bytes">What making them allocated.</param>
internal sealed record StartupCount(double Methods, double Microseconds, double Bytes);
