namespace GlmTools;

/// <summary>What one model takes (protocol sheet 2.3, 2.4, 2.5 and 3.2).</summary>
internal static class ModelRules
{
    private const string NoTools = "[]";

    public static void ThrowIfBroken(GlmChatRequest request, GlmModelInfo model, bool mapsThinking)
    {
        RequestRules.ThrowIfOutside("max_tokens", request.MaxTokens, 1, model.MaxOutputTokens ?? int.MaxValue, model.Id);
        RequestRules.ThrowIfOther("thinking.type", request.Thinking?.Type, "enabled", "disabled");
        RequestRules.ThrowIfOther("reasoning_effort", request.ReasoningEffort, "max", "xhigh", "high", "medium", "low", "minimal", "none");
        if (!mapsThinking)
        {
            ThrowIfThinkingIsBroken(request, model);
        }

        if (model.Tools == false && (request.Tools.Length > NoTools.Length || request.ServerTools.Count > 0))
        {
            throw RequestRules.Broken($"tools are set, and {model.Id} takes none. Use another model, or leave them out.");
        }

        for (var i = 0; i < request.Messages.Count; i++)
        {
            if (request.Messages[i].Parts is { Count: > 0 } parts)
            {
                ThrowIfBroken(parts, model, $"messages[{i}]");
            }
        }
    }

    private static void ThrowIfThinkingIsBroken(GlmChatRequest request, GlmModelInfo model)
    {
        if (model.Thinking == GlmThinkingRule.Always && request.Thinking?.Type == "disabled")
        {
            throw RequestRules.Broken($"thinking.type is 'disabled', and {model.Id} always thinks. Leave it out{(model.ReasoningEfforts.Contains("low") ? ", or set reasoning_effort to low" : "")}.");
        }

        if (model.ReasoningEfforts.Count > 0 && request.ReasoningEffort is { } effort && !model.ReasoningEfforts.Contains(effort))
        {
            throw RequestRules.Broken($"reasoning_effort is '{effort}'; {model.Id} takes {string.Join(", ", model.ReasoningEfforts)}.");
        }
    }

    private static void ThrowIfBroken(IReadOnlyList<GlmContentPart> parts, GlmModelInfo model, string place)
    {
        var images = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            images += parts[i] is GlmImagePart ? 1 : 0;
            if (!Takes(model, parts[i]))
            {
                throw RequestRules.Broken($"{place}.content[{i}] is {parts[i].Type}, and {model.Id} takes {Taken(model)}. Use a model that takes it.");
            }

            if (model.ImagesByUrlOnly && parts[i] is GlmImagePart { Bytes.IsEmpty: false })
            {
                throw RequestRules.Broken($"{place}.content[{i}] is an image itself, and {model.Id} takes only URLs.");
            }
        }

        if (images > model.MaxImages)
        {
            throw RequestRules.Broken($"{place} has {images} images; {model.Id} takes {model.MaxImages} in a message.");
        }
    }

    private static bool Takes(GlmModelInfo model, GlmContentPart part) => part switch
    {
        GlmTextPart or GlmUnknownPart => true,
        GlmAudioPart => model.Audio,
        _ => model.Vision,
    };

    private static string Taken(GlmModelInfo model)
        => model.Vision ? "text, images, videos and files" : model.Audio ? "text and audio" : "only text";
}
