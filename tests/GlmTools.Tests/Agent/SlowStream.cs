using System.Collections;
using System.Text;
using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>A streamed answer, frame by frame; a frame may wait for something that happens in the test.</summary>
internal sealed class SlowStream : IReadOnlyList<ReadOnlyMemory<byte>>
{
    private readonly List<(string Text, Task? Before)> _writes = [];

    private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => _writes.Count;

    public ReadOnlyMemory<byte> this[int index] => Encoding.UTF8.GetBytes(_writes[index].Text);

    /// <summary>Completes when the stream waits for something.</summary>
    public Task WaitingAsync() => _waiting.Task.WaitAsync(Patience.Limit);

    /// <summary>A piece of a call; without a name it goes on with the one of the index.</summary>
    public SlowStream Call(int index, string arguments, string? name = null, string? id = null)
    {
        var function = name is null ? $"{{\"arguments\":{JsonSerializer.Serialize(arguments)}}}" : $"{{\"name\":\"{name}\",\"arguments\":{JsonSerializer.Serialize(arguments)}}}";
        return Frame($"{{\"tool_calls\":[{{\"index\":{index},{(id is null ? "" : $"\"id\":\"{id}\",")}\"type\":\"function\",\"function\":{function}}}]}}");
    }

    public SlowStream Text(string text) => Frame($"{{\"content\":{JsonSerializer.Serialize(text)}}}");

    /// <summary>Holds up what follows until something has happened.</summary>
    public SlowStream Until(Task happened)
    {
        _writes.Add(("", happened));
        return this;
    }

    public EmulatedRawReply End(string finishReason = "tool_calls")
    {
        Frame("{}", $"\"finish_reason\":\"{finishReason}\",");
        _writes.Add(("data: [DONE]\n\n", null));
        return Reply();
    }

    /// <summary>Ends without an end: the answer broke off.</summary>
    public EmulatedRawReply Break() => Reply();

    /// <summary>Ends with an error in the place of a frame.</summary>
    public EmulatedRawReply Fail(string code)
    {
        _writes.Add(($"data: {{\"error\":{{\"code\":\"{code}\",\"message\":\"\"}}}}\n\n", null));
        return Reply();
    }

    public IEnumerator<ReadOnlyMemory<byte>> GetEnumerator()
    {
        foreach (var (text, before) in _writes)
        {
            if (before is not null)
            {
                _waiting.TrySetResult();
            }

            // On the server's side, and it has nothing else to do; a test that hangs fails here.
            if (before?.Wait(Patience.Limit) == false)
            {
                throw new TimeoutException("What the stream waits for did not happen.");
            }

            if (text.Length > 0)
            {
                yield return Encoding.UTF8.GetBytes(text);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SlowStream Frame(string delta, string more = "")
    {
        _writes.Add(($"data: {{\"id\":\"1\",\"choices\":[{{\"index\":0,{more}\"delta\":{delta}}}]}}\n\n", null));
        return this;
    }

    private EmulatedRawReply Reply() => new() { ContentType = "text/event-stream", Writes = this };
}
