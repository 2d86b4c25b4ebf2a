using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads the results of a batch line by line, as they arrive (protocol sheet 8.7).</summary>
internal static class BatchResultReader
{
    /// <exception cref="GlmStreamException">A line is no result, or the connection broke.</exception>
    public static async IAsyncEnumerable<GlmBatchResult> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A line of vectors is megabytes long, and each read looks through all of it that is there.
        var lines = PipeReader.Create(file, new(bufferSize: 1 << 16));
        try
        {
            var number = 0;
            ReadResult read;
            do
            {
                read = await lines.ReadAsync(cancellationToken).ConfigureAwait(false);
                var rest = read.Buffer;
                while (TryTake(ref rest, read.IsCompleted, out var line))
                {
                    number++;
                    if (line.Length > 0)
                    {
                        yield return Read(line) ?? throw new GlmStreamException($"Line {number} of the results is no result of a batch.");
                    }
                }

                lines.AdvanceTo(rest.Start, rest.End);
            }
            while (!read.IsCompleted);
        }
        finally
        {
            await lines.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes the next line; the last one may have no end.</summary>
    private static bool TryTake(ref ReadOnlySequence<byte> rest, bool isLast, out byte[] line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = Trim(rest.Slice(0, end));
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = isLast ? Trim(rest) : [];
        rest = isLast ? rest.Slice(rest.End) : rest;
        return line.Length > 0;
    }

    private static byte[] Trim(ReadOnlySequence<byte> line) => line.ToArray().AsSpan().Trim(" \t\r"u8).ToArray();

    private static GlmBatchResult? Read(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("custom_id"u8, out var id) && id.GetString() is { } customId
                ? Read(root, new() { CustomId = customId })
                : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static GlmBatchResult Read(JsonElement root, GlmBatchResult result)
    {
        if (!root.TryGetProperty("response"u8, out var response) || response.ValueKind != JsonValueKind.Object || !response.TryGetProperty("body"u8, out var body))
        {
            return Failed(result, ErrorBody.Parse(JsonMarshal.GetRawUtf8Value(root)));
        }

        result = result with { StatusCode = response.TryGetProperty("status_code"u8, out var status) ? (HttpStatusCode)status.GetInt32() : 0 };
        var utf8 = JsonMarshal.GetRawUtf8Value(body);
        result = result with
        {
            Completion = GlmChat.ReadCompletion(utf8),
            Embeddings = PlatformJson.Read(utf8, PlatformJson.Default.GlmEmbeddingResult),
        };
        return result.IsSuccess ? result : Failed(result, ErrorBody.Parse(utf8));
    }

    private static GlmBatchResult Failed(GlmBatchResult result, ErrorBody? error)
        => result with { ErrorCode = error?.Code, Error = error?.Message ?? "The line holds neither an answer nor an error." };
}
