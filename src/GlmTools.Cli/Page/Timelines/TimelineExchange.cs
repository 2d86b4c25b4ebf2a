using System.Text;
using GlmTools.Testing;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>A request and its response, with the bodies as they went over the wire but for secrets.</summary>
internal sealed record TimelineExchange
{
    public double Start { get; init; }

    public double Seconds { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required string Request { get; init; }

    /// <summary>The HTTP status, 0 where there was no answer.</summary>
    public required int Status { get; init; }

    /// <summary>The body of the response; of a stream, all of it behind one another.</summary>
    public required string Response { get; init; }

    /// <summary>The events of a streamed response; <see langword="null"/> for one that came as a whole.</summary>
    public IReadOnlyList<TimelineFrame>? Frames { get; init; }

    /// <summary>Whether the connection broke behind what is there.</summary>
    public bool IsBroken { get; init; }

    public static TimelineExchange Of(GlmRecordedExchange exchange) => new()
    {
        Start = exchange.Started.TotalSeconds,
        Seconds = exchange.Duration.TotalSeconds,
        Method = exchange.Request.Method,
        Url = exchange.Request.Url,
        Request = Text(exchange.Request.Body),
        Status = exchange.Response.Status,
        Response = exchange.Response.Chunks is { } chunks ? Encoding.UTF8.GetString([.. chunks.SelectMany(static chunk => chunk.Data.ToArray())]) : Text(exchange.Response.Body),
        Frames = exchange.Response.Chunks is { } pieces ? TimelineFrame.Of(pieces) : null,
        IsBroken = exchange.Response.IsBroken,
    };

    private static string Text(GlmRecordedBody body)
        => body.Bytes.Length > 0 ? $"({body.Bytes.Length} bytes that are no text)" : Encoding.UTF8.GetString(body.ToBytes().Span);
}
