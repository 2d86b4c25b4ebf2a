using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Benchmarks.Requests;

/// <summary>The limit: a request and its answer by hand, with a writer that is used again and tools that are bytes already.</summary>
internal sealed class HandRequest : IDisposable
{
    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText Messages = JsonEncodedText.Encode("messages");
    private static readonly JsonEncodedText Role = JsonEncodedText.Encode("role");
    private static readonly JsonEncodedText Content = JsonEncodedText.Encode("content");
    private static readonly JsonEncodedText ToolCalls = JsonEncodedText.Encode("tool_calls");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Function = JsonEncodedText.Encode("function");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Arguments = JsonEncodedText.Encode("arguments");
    private static readonly JsonEncodedText ToolCallId = JsonEncodedText.Encode("tool_call_id");
    private static readonly JsonEncodedText Tools = JsonEncodedText.Encode("tools");
    private static readonly JsonEncodedText System = JsonEncodedText.Encode("system");
    private static readonly JsonEncodedText User = JsonEncodedText.Encode("user");
    private static readonly JsonEncodedText Assistant = JsonEncodedText.Encode("assistant");
    private static readonly JsonEncodedText Tool = JsonEncodedText.Encode("tool");
    private static readonly JsonEncodedText Temperature = JsonEncodedText.Encode("temperature");

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly Utf8JsonWriter _json;
    private readonly HttpClient _http;

    public HandRequest(HttpMessageHandler handler, JavaScriptEncoder encoder)
    {
        _http = new(handler);
        _json = new(_buffer, new() { SkipValidation = true, Encoder = encoder });
    }

    /// <summary>Writes the body.</summary>
    /// <returns>Its length.</returns>
    public int Write(IReadOnlyList<GlmChatMessage> messages, ReadOnlySpan<byte> tools)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteString(Model, SampleHistory.Model);
        _json.WriteStartArray(Messages);
        for (var i = 0; i < messages.Count; i++)
        {
            Write(messages[i]);
        }

        _json.WriteEndArray();
        _json.WritePropertyName(Tools);
        _json.WriteRawValue(tools, skipInputValidation: true);
        _json.WriteNumber(Temperature, SampleHistory.Temperature);
        _json.WriteEndObject();
        _json.Flush();
        return _buffer.WrittenCount;
    }

    /// <summary>Sends the body, and reads the text of the answer.</summary>
    public async Task<int> SendAsync(IReadOnlyList<GlmChatMessage> messages, byte[] tools)
    {
        Write(messages, tools);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/v4/chat/completions") { Content = new ReadOnlyMemoryContent(_buffer.WrittenMemory) };
        request.Content.Headers.ContentType = new("application/json");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var bytes = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            var length = await ReadAsync(response, bytes);
            return response.StatusCode == HttpStatusCode.OK ? TextOf(bytes.AsSpan(0, length)).Length : throw new InvalidOperationException();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Dispose()
    {
        _json.Dispose();
        _http.Dispose();
    }

    private static async ValueTask<int> ReadAsync(HttpResponseMessage response, byte[] bytes)
    {
        await using var stream = await response.Content.ReadAsStreamAsync();
        var length = 0;
        while (await stream.ReadAsync(bytes.AsMemory(length)) is > 0 and var read)
        {
            length += read;
        }

        return length;
    }

    private static string TextOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                return reader.GetString()!;
            }
        }

        throw new JsonException("The answer has no content.");
    }

    private static JsonEncodedText NameOf(GlmChatRole role) => role switch
    {
        GlmChatRole.System => System,
        GlmChatRole.User => User,
        GlmChatRole.Assistant => Assistant,
        _ => Tool,
    };

    private void Write(GlmChatMessage message)
    {
        _json.WriteStartObject();
        _json.WriteString(Role, NameOf(message.Role));
        if (message.Content is { } content)
        {
            _json.WriteString(Content, content);
        }

        if (message.ToolCalls.Count > 0)
        {
            WriteCalls(message.ToolCalls);
        }

        if (message.ToolCallId is { } id)
        {
            _json.WriteString(ToolCallId, id);
        }

        _json.WriteEndObject();
    }

    private void WriteCalls(IReadOnlyList<GlmToolCall> calls)
    {
        _json.WriteStartArray(ToolCalls);
        for (var i = 0; i < calls.Count; i++)
        {
            _json.WriteStartObject();
            _json.WriteString(Id, calls[i].Id);
            _json.WriteString(Type, Function);
            _json.WriteStartObject(Function);
            _json.WriteString(Name, calls[i].Name);
            _json.WriteString(Arguments, calls[i].Arguments);
            _json.WriteEndObject();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
