using System.Text.Json;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns what a request sets into options of Microsoft.Extensions.AI.</summary>
internal static class OptionsReading
{
    public static ChatOptions ToOptions(GlmChatRequest request)
    {
        // What only GLM has reaches a GLM model at the end of a pipeline; other clients do not know the type and leave it alone.
        var settings = new GlmChatRequest(request) { Model = "" };
        return new()
        {
            ModelId = request.Model,
            Temperature = (float?)request.Temperature,
            TopP = (float?)request.TopP,
            MaxOutputTokens = request.MaxTokens,
            Seed = request.Seed,
            StopSequences = request.Stop is { Count: > 0 } stop ? [.. stop] : null,
            ResponseFormat = request.ResponseFormat switch
            {
                null => null,
                { Type: "json_object" } => ChatResponseFormat.Json,
                _ => ChatResponseFormat.Text,
            },
            Reasoning = Effort(request) is { } effort ? new() { Effort = effort } : null,
            Tools = request.Tools.IsEmpty ? null : Tools(request.Tools.Span),
            RawRepresentationFactory = _ => settings,
        };
    }

    private static ReasoningEffort? Effort(GlmChatSettings settings) => settings switch
    {
        { Thinking.Type: "disabled" } or { ReasoningEffort: "none" } => ReasoningEffort.None,
        { ReasoningEffort: "minimal" or "low" } => ReasoningEffort.Low,
        { ReasoningEffort: "medium" } => ReasoningEffort.Medium,
        { ReasoningEffort: "high" } => ReasoningEffort.High,
        { ReasoningEffort: "xhigh" or "max" } => ReasoningEffort.ExtraHigh,
        _ => null,
    };

    // Declarations, so that nothing in the pipeline can execute a call the agent has to guard.
    private static List<AITool> Tools(ReadOnlySpan<byte> utf8)
    {
        var tools = new List<AITool>();
        foreach (var tool in JsonElement.Parse(utf8).EnumerateArray())
        {
            if (tool.TryGetProperty("function"u8, out var function))
            {
                var description = function.TryGetProperty("description"u8, out var text) ? text.GetString() : null;
                tools.Add(AIFunctionFactory.CreateDeclaration(function.GetProperty("name"u8).GetString()!, description, function.GetProperty("parameters"u8)));
            }
        }

        return tools;
    }
}
