using System.Collections.Concurrent;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>
/// The JSON body of a request, to be disposed of when its answer is there. Its buffer and its writer then serve another request, unless something
/// may still be sending them.
/// </summary>
internal sealed class JsonBody : IDisposable
{
    /// <summary>A longer body than this gives its array back, for whoever needs one.</summary>
    private const int MaxKeptLength = 1 << 20;

    private const int MaxSpares = 16;

    private static readonly ConcurrentQueue<JsonBody> Spares = new();

    private readonly RentedBuffer _buffer = new();
    private int _readers;
    private int _isInUse = 1;

    private JsonBody() => Json = new Utf8JsonWriter(_buffer, ToolJson.Compact);

    /// <summary>Writes the body.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Utf8 => _buffer.Written;

    /// <summary>A body to be written.</summary>
    public static JsonBody Start()
    {
        if (!Spares.TryDequeue(out var body))
        {
            return new();
        }

        body._isInUse = 1;
        return body;
    }

    /// <summary>Ends the writing, and makes the content of one attempt of it.</summary>
    public HttpContent ToContent()
    {
        Json.Flush();
        return new JsonBodyContent(this);
    }

    /// <summary>Ends the writing, and copies what was written.</summary>
    public byte[] ToArray()
    {
        Json.Flush();
        return Utf8.ToArray();
    }

    /// <summary>Notes that somebody begins to read it.</summary>
    public void BeginRead() => Interlocked.Increment(ref _readers);

    /// <summary>Notes that somebody has read it to the end.</summary>
    public void EndRead() => Interlocked.Decrement(ref _readers);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isInUse, 0) == 0 || Volatile.Read(ref _readers) > 0)
        {
            return;
        }

        var isKept = Spares.Count < MaxSpares;
        _buffer.Clear(isKept ? MaxKeptLength : 0);
        if (isKept)
        {
            Json.Reset();
            Spares.Enqueue(this);
        }
    }
}
