using System.Text;

namespace GlmTools.Emulator;

/// <summary>What the emulated model answers: a completion, a failure, or raw bytes.</summary>
public abstract record EmulatedReply
{
    private protected EmulatedReply()
    {
    }

    /// <summary>Response headers to add, such as <c>x-should-retry</c>.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What garbles it on the wire, each on top of those before; none by default. Those that do not apply leave it as it is.</summary>
    public IReadOnlyList<FaultProfile> Faults { get; init; } = [];

    /// <summary>
    /// After how many writes the connection breaks, or <see langword="null"/> (the default) for never. An SSE frame is one write, a whole
    /// JSON body is one write; 0 breaks before the status line.
    /// </summary>
    public int? AbortAfter { get; init; }

    /// <summary>A completion that is text.</summary>
    /// <param name="text">The text.</param>
    public static EmulatedCompletion Say(string text) => new() { Text = text };

    /// <summary>A completion that calls one function.</summary>
    /// <param name="name">The name of the function.</param>
    /// <param name="arguments">The arguments, passed on verbatim.</param>
    /// <param name="id">The id of the call; <see langword="null"/> (the default) lets the emulator make one.</param>
    public static EmulatedCompletion Call(string name, string arguments, string? id = null) => Calls(new EmulatedToolCall(name, arguments, id));

    /// <summary>A completion that calls functions in parallel.</summary>
    /// <param name="calls">The calls, in order.</param>
    public static EmulatedCompletion Calls(params EmulatedToolCall[] calls) => new() { ToolCalls = calls };

    /// <summary>An error answer: <c>{"error":{"code":...,"message":...}}</c>.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The business code (protocol sheet 6.2).</param>
    /// <param name="message">The message.</param>
    public static EmulatedFailure Fail(int status, string code, string message) => new(status, code, message);

    /// <summary>A body that goes out as it is, such as the HTML page of a proxy.</summary>
    /// <param name="body">The body.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="status">The HTTP status.</param>
    public static EmulatedRawReply Raw(string body, string contentType = "application/json", int status = 200)
        => new() { Status = status, ContentType = contentType, Writes = [Encoding.UTF8.GetBytes(body)] };

    /// <summary>An event stream that goes out as it is: framing, <c>[DONE]</c> and blank lines are the caller's.</summary>
    /// <param name="writes">The text, each piece written and flushed by itself.</param>
    public static EmulatedRawReply RawStream(params string[] writes)
        => new() { ContentType = "text/event-stream", Writes = [.. writes.Select(static write => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(write))] };
}
