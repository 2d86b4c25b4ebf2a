namespace GlmTools.Tests.Agent.Telemetry;

/// <summary>Sources and meters belong to the process: what listens to them must not hear other tests, nor be heard by them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryCollection
{
    public const string Name = "telemetry";
}
