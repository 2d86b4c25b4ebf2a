using System.Text.Json;
using GlmTools.Binding;
using GlmTools.Emulator;
using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Json;

namespace GlmTools.Testing;

/// <summary>A chat request as it went over the wire.</summary>
public sealed class GlmSentRequest
{
    private readonly EmulatedRequest _request;

    internal GlmSentRequest(EmulatedRequest request) => _request = request;

    private GlmSentRequest(GlmExchange exchange, JsonElement body)
    {
        _request = Read(body);
        Json = ToolJson.Text(body, ToolJson.Indented);
        Status = exchange.Status;
        Refusal = exchange.Status >= 400 ? exchange.ResponseBody : null;
    }

    /// <summary>The <c>model</c>.</summary>
    public string Model => _request.Model;

    /// <summary>The <c>messages</c>, oldest first.</summary>
    public IReadOnlyList<EmulatedMessage> Messages => _request.Messages;

    /// <summary>The text of the last user message, <c>""</c> where there is none.</summary>
    public string UserText => Messages.LastOrDefault(static message => message.Role == "user")?.Text ?? "";

    /// <summary>The texts of the tool messages behind the last answer: what the calls of that answer gave, in their order.</summary>
    public IReadOnlyList<string> Results
        => [.. Messages.Reverse().TakeWhile(static message => message.Role != "assistant").Reverse().Where(static message => message.Role == "tool").Select(static message => message.Text)];

    /// <summary>The names of the declared tools, in the order sent.</summary>
    public IReadOnlyList<string> Tools => _request.Tools;

    /// <summary>The <c>parameters</c> schema of each declared tool, by its name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Schemas => _request.Schemas;

    /// <summary>Whether it asks for a stream.</summary>
    public bool IsStreamed => _request.Stream;

    /// <summary>The whole body, indented, with 城市 as 城市.</summary>
    public string Json { get; } = "";

    /// <summary>The HTTP status of the answer, 0 while there is none.</summary>
    public int Status { get; }

    /// <summary>The error the service answered with, as JSON; <see langword="null"/> where it took the request.</summary>
    public string? Refusal { get; }

    /// <summary>The chat requests among the exchanges of an emulator, in order of arrival; what is no JSON object is left out.</summary>
    /// <param name="exchanges">The exchanges: <see cref="GlmEmulator.Exchanges"/>.</param>
    public static IReadOnlyList<GlmSentRequest> Of(IEnumerable<GlmExchange> exchanges)
    {
        ArgumentNullException.ThrowIfNull(exchanges);
        return [.. exchanges.Where(static exchange => exchange.Path.EndsWith("/chat/completions", StringComparison.Ordinal)).Select(Parse).OfType<GlmSentRequest>()];
    }

    /// <summary>The model and the last user message.</summary>
    public override string ToString() => $"{Model}: {UserText}";

    private static GlmSentRequest? Parse(GlmExchange exchange)
    {
        try
        {
            using var body = JsonDocument.Parse(exchange.RequestBody);
            return body.RootElement.ValueKind is JsonValueKind.Object ? new(exchange, body.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // One that was refused may lack what the reader takes for granted.
    private static EmulatedRequest Read(JsonElement body)
    {
        try
        {
            return ChatRequest.Read(body);
        }
        catch (Exception malformed) when (malformed is InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            return new() { Model = body.Text("model") ?? "", Messages = [] };
        }
    }
}
