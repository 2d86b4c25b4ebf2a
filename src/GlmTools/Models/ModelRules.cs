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
    }

    /// <summary>Refuses parts that the model does not take.</summary>
    public static void ThrowIfBroken(ContentOutline content, GlmModelInfo model)
    {
        for (var i = 0; i < content.Parts.Count; i++)
        {
            var part = content.Parts[i];
            if (!Takes(model, part))
            {
                throw RequestRules.Broken($"{content.Place}.content[{i}] is {part.Type}, and {model.Id} takes {Taken(model)}. Use a model that takes it.");
            }

            if (model.ImagesByUrlOnly && part is { IsImage: true, Length: > 0 })
            {
                throw RequestRules.Broken($"{content.Place}.content[{i}] is an image itself, and {model.Id} takes only URLs.");
            }
        }

        var images = content.Parts.Count(static part => part.IsImage);
        if (images > model.MaxImages)
        {
            throw RequestRules.Broken($"{content.Place} has {images} images; {model.Id} takes {model.MaxImages} in a message.");
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

    // Kinds that this version does not know are left to the service.
    private static bool Takes(GlmModelInfo model, PartOutline part)
        => part.IsAudio ? model.Audio : model.Vision || !(part.IsImage || part.IsVideo || part.IsFile);

    private static string Taken(GlmModelInfo model)
        => model.Vision ? "text, images, videos and files" : model.Audio ? "text and audio" : "only text";
}
