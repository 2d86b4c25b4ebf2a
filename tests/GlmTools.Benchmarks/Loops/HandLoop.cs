using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GlmTools.Benchmarks.Dispatching;

namespace GlmTools.Benchmarks.Loops;

/// <summary>
/// The limit: the history is kept as it goes over the wire, a round adds to it what is new, and the model's calls are copied as they came.
/// </summary>
internal sealed class HandLoop : IDisposable
{
    private readonly HttpClient _http;
    private readonly byte[] _tools;
    private readonly ArrayBufferWriter<byte> _history = new(1 << 16);
    private readonly ArrayBufferWriter<byte> _arguments = new(4096);
    private readonly Utf8JsonWriter _json;

    public HandLoop(HttpMessageHandler handler, byte[] tools)
    {
        _http = new(handler);
        _tools = tools;
        _json = new(_history, new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Runs until the model calls no more.</summary>
    /// <returns>In how many rounds it did.</returns>
    public async Task<int> RunAsync()
    {
        _history.ResetWrittenCount();
        _history.Write("{\"model\":\"glm-4.6\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}"u8);
        var bytes = ArrayPool<byte>.Shared.Rent(16384);
        var rounds = 0;
        while (await AskAsync(bytes) is var length && AddCalls(bytes.AsSpan(0, length)))
        {
            rounds++;
        }

        ArrayPool<byte>.Shared.Return(bytes);
        return rounds;
    }

    public void Dispose()
    {
        _http.Dispose();
        _json.Dispose();
    }

    private async ValueTask<int> AskAsync(byte[] answer)
    {
        var end = _history.WrittenCount;
        _history.Write("],\"tools\":"u8);
        _history.Write(_tools);
        _history.Write("}"u8);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://localhost/v4/chat/completions") { Content = new ReadOnlyMemoryContent(_history.WrittenMemory) };
        request.Content.Headers.ContentType = new("application/json");
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var length = 0;
        while (await stream.ReadAsync(answer.AsMemory(length)) is > 0 and var read)
        {
            length += read;
        }

        // Takes the tools off again; what is before them stays where it is.
        _history.ResetWrittenCount();
        _history.GetSpan(end);
        _history.Advance(end);
        return length;
    }

    private bool AddCalls(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("tool_calls"u8))
            {
                continue;
            }

            reader.Read();
            var list = reader;
            list.Skip();
            _history.Write(",{\"role\":\"assistant\",\"tool_calls\":"u8);
            _history.Write(answer[(int)reader.TokenStartIndex..(int)list.BytesConsumed]);
            _history.Write("}"u8);
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                Call(ref reader);
            }

            return true;
        }

        return false;
    }

    private void Call(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> id = default;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.ValueSpan;
            }
            else if (reader.ValueTextEquals("function"u8))
            {
                reader.Read();
                ReadFunction(ref reader);
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        HandDispatch.Call(1, _arguments.WrittenSpan);
        _history.Write(",{\"role\":\"tool\",\"tool_call_id\":\""u8);
        _history.Write(id);
        _history.Write("\",\"content\":"u8);
        _json.Reset(_history);
        _json.WriteStringValue(HandDispatch.Written);
        _json.Flush();
        _history.Write("}"u8);
    }

    private void ReadFunction(ref Utf8JsonReader reader)
    {
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                if (!reader.ValueTextEquals("GetWeather"u8))
                {
                    throw HandReading.Missing();
                }
            }
            else if (reader.ValueTextEquals("arguments"u8))
            {
                reader.Read();
                _arguments.ResetWrittenCount();
                _arguments.Advance(reader.CopyString(_arguments.GetSpan(reader.ValueSpan.Length)));
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }
    }
}
