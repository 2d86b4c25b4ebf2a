using System.Text.Json;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>Arguments that are good but for one place.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Place">The JSON Pointer of the place.</param>
/// <param name="Schema">The schema of the place.</param>
/// <param name="Value">What stands there; empty where something was left out or added.</param>
internal sealed record Probe(string Arguments, string Place, JsonElement Schema, string Value)
{
    public override string ToString() => $"{Place}: {Arguments}";
}
