namespace GlmTools.Benchmarks.Shapes;

/// <summary>What the tool without parameters answers.</summary>
internal sealed record Status(bool Ok, string Version, int UptimeSeconds);
