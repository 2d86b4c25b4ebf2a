using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Chat;

/// <summary>
/// Writes a completion as the chunks of a stream (protocol sheet 5): reasoning, text, calls, one id throughout, finish reason and usage on the
/// last one.
/// </summary>
internal sealed class ChunkEncoder(ChatCompletion completion)
{
    public IEnumerable<byte[]> Encode(bool toolStream)
    {
        Action<Utf8JsonWriter>[] deltas = [.. Deltas(toolStream)];
        return deltas.Select((delta, index) => Chunk(delta, isLast: index == deltas.Length - 1));
    }

    private IEnumerable<Action<Utf8JsonWriter>> Deltas(bool toolStream)
    {
        foreach (var fragment in TextFragments.Of(completion.Reasoning))
        {
            yield return json => json.WriteString("reasoning_content", fragment);
        }

        foreach (var fragment in completion.TextPieces ?? TextFragments.Of(completion.Text))
        {
            yield return json => json.WriteString("content", fragment);
        }

        for (var i = 0; i < completion.ToolCalls.Count; i++)
        {
            foreach (var delta in toolStream ? FragmentedCall(i) : [WholeCall(i)])
            {
                yield return delta;
            }
        }

        // A call that was not fragmented comes in one chunk with the finish reason (protocol sheet 4.5, 23); all else ends with an empty delta.
        if (toolStream || completion.ToolCalls.Count == 0)
        {
            yield return static json => json.WriteString("content", "");
        }
    }

    private Action<Utf8JsonWriter> WholeCall(int index) => json => WriteCall(json, index, completion.ToolCalls[index]);

    /// <summary>Only the first delta names the call; the others have the index and a few characters (protocol sheet 5.3).</summary>
    private IEnumerable<Action<Utf8JsonWriter>> FragmentedCall(int index)
    {
        var call = completion.ToolCalls[index];
        yield return json => WriteCall(json, index, call with { Arguments = "" });
        foreach (var fragment in TextFragments.Of(call.Arguments))
        {
            yield return json => WriteArguments(json, index, fragment);
        }
    }

    private static void WriteCall(Utf8JsonWriter json, int index, EmulatedToolCall call)
    {
        json.WriteStartArray("tool_calls");
        Envelope.WriteToolCall(json, index, call);
        json.WriteEndArray();
    }

    private static void WriteArguments(Utf8JsonWriter json, int index, string fragment)
    {
        json.WriteStartArray("tool_calls");
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteStartObject("function");
        json.WriteString("arguments", fragment);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private byte[] Chunk(Action<Utf8JsonWriter> writeDelta, bool isLast) => StrictJson.Write(json =>
    {
        json.WriteStartObject();
        Envelope.WriteHead(json, completion, "chat.completion.chunk");
        json.WriteStartArray("choices");
        json.WriteStartObject();
        json.WriteNumber("index", 0);
        if (isLast)
        {
            json.WriteString("finish_reason", completion.FinishReason);
        }

        json.WriteStartObject("delta");
        json.WriteString("role", "assistant");
        writeDelta(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        if (isLast)
        {
            Envelope.WriteTail(json, completion);
        }

        json.WriteEndObject();
    });
}
