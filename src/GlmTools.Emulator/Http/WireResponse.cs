namespace GlmTools.Emulator.Http;

/// <summary>All that goes out for one request: whatever the answer is, it becomes this.</summary>
internal sealed record WireResponse
{
    private const string Json = "application/json; charset=UTF-8";

    public int Status { get; init; } = 200;

    public required string ContentType { get; init; }

    /// <summary>The body in pieces, each written and flushed by itself.</summary>
    public required IEnumerable<ReadOnlyMemory<byte>> Writes { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public int? AbortAfter { get; init; }

    /// <summary>Called once when nothing more goes out, whether all of it did or not.</summary>
    public Action? Completed { get; init; }

    /// <summary>The whole body, for those within the emulator who pass an answer on.</summary>
    public byte[] Body() => [.. Writes.SelectMany(static write => write.ToArray())];

    public static WireResponse Of(ApiError error) => new() { Status = error.Status, ContentType = Json, Writes = [error.ToJson()] };

    public static WireResponse OfJson(byte[] body) => new() { ContentType = Json, Writes = [body] };

    public static WireResponse OfEvents(IEnumerable<ReadOnlyMemory<byte>> frames) => new() { ContentType = "text/event-stream; charset=UTF-8", Writes = frames };
}
