using System.Globalization;

namespace GlmTools;

/// <summary>
/// What the service takes, checked before a request is sent: the ranges of protocol sheet 2.1 and, for a model that is known,
/// those of the model. Every way of sending a chat passes here.
/// </summary>
internal static class RequestRules
{
    private const int MaxStops = 4;

    /// <param name="request">The request.</param>
    /// <param name="models">What is known of models.</param>
    /// <param name="mapsThinking">Whether the service maps efforts a model does not have to those it has, as it does for the Coding Plan (protocol sheet 2.4).</param>
    /// <exception cref="ArgumentException">The request breaks a rule.</exception>
    public static void ThrowIfBroken(GlmChatRequest request, GlmModelTable models, bool mapsThinking)
    {
        ThrowIfNoText("model", request.Model);
        ThrowIfOutside("temperature", request.Temperature, 0, 1);
        ThrowIfOutside("top_p", request.TopP, 0.01, 1);
        ThrowIfOutside("max_tokens", request.MaxTokens, 1, int.MaxValue);
        ThrowIfLong("request_id", request.RequestId, 6, 64);
        ThrowIfLong("user_id", request.UserId, 6, 128);
        if (request.Stop is { Count: > MaxStops } stop)
        {
            throw Broken($"stop has {stop.Count} texts; the service takes at most {MaxStops}, and only the first is sure to work.");
        }

        ThrowIfOther("response_format.type", request.ResponseFormat?.Type, "text", "json_object");
        ThrowIfOther("sensitive_word_check.status", request.SensitiveWordCheck?.Status, "ENABLE", "DISABLE");
        if (request.AdditionalProperties.Count > 0 && request.AdditionalProperties.Keys.FirstOrDefault(ChatRequestWriter.Fields.Contains) is { } twice)
        {
            throw Broken($"AdditionalProperties has '{twice}', which has a property of its own: use that.");
        }

        MessageRules.ThrowIfBroken(request);
        foreach (var tool in request.ServerTools)
        {
            ServerToolRules.ThrowIfBroken(tool);
        }

        ToolRules.ThrowIfTooMany(request.Tools.Span);
        var model = models.Find(request.Model);
        if (model is not null)
        {
            ModelRules.ThrowIfBroken(request, model, mapsThinking);
        }

        foreach (var content in ContentOutline.Of(request))
        {
            MessageRules.ThrowIfBroken(content);
            if (model is not null)
            {
                ModelRules.ThrowIfBroken(content, model);
            }
        }
    }

    public static ArgumentException Broken(string message) => new(message, "request");

    public static void ThrowIfNoText(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Broken($"{field} is missing.");
        }
    }

    /// <summary>Refuses a number outside of a range, and one that is none.</summary>
    public static void ThrowIfOutside(string field, double? value, double least, double most, string? whose = null)
    {
        if (value is { } number && !(number >= least && number <= most))
        {
            var range = most == int.MaxValue ? $"{least} or more" : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"{field} is {number}; {whose ?? "the service"} takes {range}."));
        }
    }

    public static void ThrowIfOther(string field, string? value, params ReadOnlySpan<string> values)
    {
        if (value is not null && !values.Contains(value))
        {
            throw Broken($"{field} is '{value}'; the service takes {string.Join(", ", values)}.");
        }
    }

    private static void ThrowIfLong(string field, string? value, int least, int most)
    {
        if (value is not null && (value.Length < least || value.Length > most))
        {
            throw Broken($"{field} has {value.Length} characters; the service takes {least} to {most}.");
        }
    }
}
