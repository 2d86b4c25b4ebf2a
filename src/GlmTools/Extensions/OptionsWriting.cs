using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns the options of Microsoft.Extensions.AI into a request.</summary>
internal static class OptionsWriting
{
    /// <summary>A request without messages and tools. What the raw representation sets comes first, then the options, then the defaults.</summary>
    public static GlmChatRequest ToRequest(ChatOptions? options, GlmChatSettings defaults, IChatClient client, string model, GlmModelTable models)
    {
        var raw = options?.RawRepresentationFactory?.Invoke(client) as GlmChatSettings;
        var request = raw as GlmChatRequest ?? new GlmChatRequest(raw ?? defaults) { Model = "" };
        request = request with { Model = request.Model is { Length: > 0 } given ? given : options?.ModelId ?? model };
        if (options is null)
        {
            return request;
        }

        var (thinking, effort) = Thought(options.Reasoning?.Effort, models.Find(request.Model));
        return request with
        {
            Temperature = First(raw?.Temperature, Widen(options.Temperature), defaults.Temperature),
            TopP = First(raw?.TopP, Widen(options.TopP), defaults.TopP),
            MaxTokens = First(raw?.MaxTokens, options.MaxOutputTokens, defaults.MaxTokens),
            Seed = First(raw?.Seed, options.Seed is >= int.MinValue and <= int.MaxValue and var seed ? (int)seed : null, defaults.Seed),
            Stop = raw?.Stop ?? (options.StopSequences is { Count: > 0 } stop ? stop.ToArray() : null) ?? defaults.Stop,
            ResponseFormat = raw?.ResponseFormat ?? Format(options.ResponseFormat) ?? defaults.ResponseFormat,
            Thinking = raw?.Thinking ?? thinking ?? defaults.Thinking,
            ReasoningEffort = raw?.ReasoningEffort ?? effort ?? defaults.ReasoningEffort,
        };
    }

    /// <summary>What the model is told about the form of its answer; GLM ignores schemas in <c>response_format</c> (protocol sheet 2.7).</summary>
    public static string? AnswerForm(ChatOptions? options) => options?.ResponseFormat switch
    {
        ChatResponseFormatJson { Schema: { } schema } => $"Answer with one JSON object that fits this schema, and with nothing else, not even a code fence:\n{schema.GetRawText()}",
        ChatResponseFormatJson => "Answer with one JSON object, and with nothing else, not even a code fence.",
        _ => null,
    };

    /// <summary>How hard a model is to think, in what it takes: a program may ask the same of each (protocol sheet 2.4).</summary>
    private static (GlmThinking? Thinking, string? Effort) Thought(ReasoningEffort? effort, GlmModelInfo? model)
    {
        if (effort is null)
        {
            return default;
        }

        if (effort == ReasoningEffort.None && model?.Thinking != GlmThinkingRule.Always)
        {
            return (model?.Thinking == GlmThinkingRule.None ? null : GlmThinking.Disabled, null);
        }

        // GLM-5.2 counts medium as high and xhigh as max, and GLM-5.3 refuses the former of each.
        var level = effort switch
        {
            ReasoningEffort.None or ReasoningEffort.Low => "low",
            ReasoningEffort.ExtraHigh => "max",
            _ => "high",
        };
        return (null, model is null || model.ReasoningEfforts.Contains(level) ? level : null);
    }

    private static GlmResponseFormat? Format(ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatText => GlmResponseFormat.Text,
        ChatResponseFormatJson => GlmResponseFormat.JsonObject,
        _ => null,
    };

    // Not by a cast: 0.7f has no such neighbour among the doubles, and would be out of range where it is at its edge.
    private static double? Widen(float? value) => value is { } number ? (double)(decimal)number : null;

    private static T? First<T>(params ReadOnlySpan<T?> values)
        where T : struct
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                return value;
            }
        }

        return null;
    }
}
