using System.Text.Json;

namespace GlmTools;

/// <summary>The assistant calls tools, which the service runs. Nothing is to be answered.</summary>
/// <param name="Calls">The calls as they came; their form is not documented.</param>
public sealed record QingYanToolCalls(JsonElement Calls) : QingYanContent;
