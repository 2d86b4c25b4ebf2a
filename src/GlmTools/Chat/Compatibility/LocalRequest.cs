using System.Buffers;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>
/// Turns a request into one for a server that speaks the OpenAI dialect (protocol sheet 12). It is a request of the same kind,
/// so that the one writer writes both.
/// </summary>
internal static class LocalRequest
{
    private static readonly JsonElement IncludeUsage = JsonElement.Parse("""{"include_usage":true}""");

    /// <exception cref="ArgumentException">The request has tools that only the service runs.</exception>
    public static GlmChatRequest Of(GlmChatRequest request, GlmCompatibility compatibility, bool stream)
    {
        if (request.ServerTools is [var tool, ..])
        {
            throw RequestRules.Broken($"'{tool.Type}' is a tool that the service runs itself; a local server does not. Leave ServerTools out, or write a function that does it.");
        }

        var thinks = Thinks(request);
        return request with
        {
            EncodedMessages = LocalMessages.Of(request, compatibility, suffix: compatibility.Thinking == GlmThinkingForm.Suffix && thinks == false),
            Messages = [],
            // Greedy sampling has no field of its own in the dialect.
            Temperature = request.DoSample == false ? 0 : request.Temperature,
            DoSample = null,
            Thinking = compatibility.Thinking == GlmThinkingForm.Field ? request.Thinking : null,
            // That it is not to think has been said already.
            ReasoningEffort = compatibility.TakesReasoningEffort && thinks != false ? request.ReasoningEffort : null,
            ToolStream = null,
            RequestId = null,
            UserId = null,
            SensitiveWordCheck = null,
            Meta = null,
            WatermarkEnabled = null,
            AdditionalProperties = Fields(request, compatibility, thinks, stream),
        };
    }

    /// <summary>Whether the model is to think; <see langword="null"/> where the request does not say. Two efforts mean that it is not (protocol sheet 2.4).</summary>
    private static bool? Thinks(GlmChatRequest request)
        => request.ReasoningEffort is "none" or "minimal" ? false
            : request.Thinking is { } thinking ? thinking.Type != "disabled"
            : null;

    private static Dictionary<string, JsonElement> Fields(GlmChatRequest request, GlmCompatibility compatibility, bool? thinks, bool stream)
    {
        var fields = new Dictionary<string, JsonElement>(request.AdditionalProperties, StringComparer.Ordinal);
        if (stream)
        {
            // Without it, these servers do not say what a streamed answer took.
            fields.TryAdd("stream_options", IncludeUsage);
        }

        if (compatibility.Thinking == GlmThinkingForm.TemplateArguments && (thinks ?? request.Thinking?.ClearThinking) is not null)
        {
            fields.TryAdd("chat_template_kwargs", TemplateArguments(thinks, request.Thinking?.ClearThinking));
        }

        return fields;
    }

    private static JsonElement TemplateArguments(bool? thinks, bool? clearThinking)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, ToolJson.Compact))
        {
            json.WriteStartObject();
            json.WriteOptional("enable_thinking"u8, thinks);
            json.WriteOptional("clear_thinking"u8, clearThinking);
            json.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
