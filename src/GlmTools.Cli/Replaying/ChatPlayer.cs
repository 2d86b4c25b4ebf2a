using System.Text;
using GlmTools.Testing;

namespace GlmTools.Cli.Replaying;

/// <summary>
/// Plays the exchanges of a cassette through the client, so that an answer is read here as it was read then, broken ones included.
/// </summary>
/// <param name="keepsTiming">Whether chunks come as late as they did.</param>
internal sealed class ChatPlayer(bool keepsTiming)
{
    private const string Chat = "/chat/completions";

    /// <summary>Whether an exchange is a chat that can be played.</summary>
    public static bool CanPlay(GlmRecordedExchange exchange)
        => exchange.Request.Body.Json is not null && PathOf(exchange).EndsWith(Chat, StringComparison.Ordinal);

    /// <summary>Plays a chat.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="show">Gets each piece of the text as it comes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PlayedAnswer> PlayAsync(GlmRecordedExchange exchange, Action<string> show, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var calls = new ToolCallAccumulator();
        using var transport = Transport(exchange);
        try
        {
            var request = ApiRequest.Post(Chat[1..], exchange.Request.Body.ToBytes());
            if (exchange.Response.Chunks is null)
            {
                var completion = await transport.SendAsync(request, GlmChat.ReadCompletion, cancellationToken).ConfigureAwait(false);
                var message = completion.Choices.Count > 0 ? completion.Choices[0].Message : GlmChatMessage.Assistant("");
                show(message.Content ?? "");
                return new(message.Content ?? "", message.ToolCalls, null);
            }

            var stream = await ChatStream.OpenAsync(transport, request, cancellationToken).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            for (; stream.HasChunk; await stream.AdvanceAsync().ConfigureAwait(false))
            {
                var chunk = stream.Current;
                foreach (var piece in chunk.Delta.ToolCalls)
                {
                    calls.Add(piece);
                }

                text.Append(chunk.Delta.Content);
                show(chunk.Delta.Content ?? "");
            }

            return new(text.ToString(), calls.Complete(), null);
        }
        catch (GlmException failure)
        {
            return new(text.ToString(), [], failure.Message);
        }
    }

    // A cassette has no key, and the client does not start without one.
    private GlmTransport Transport(GlmRecordedExchange exchange)
    {
        var path = PathOf(exchange);
        var options = new GlmClientOptions
        {
            BaseAddress = new Uri($"http://cassette{path[..^Chat.Length]}"),
            Handler = GlmRecorder.Replay(new([exchange]), new() { KeepsTiming = keepsTiming }),
            MaxRetries = 0,
        };
        return new(GlmCredential.Create("cassette.cassette", GlmAuthentication.ApiKey, TimeProvider.System), options);
    }

    private static string PathOf(GlmRecordedExchange exchange) => exchange.Request.Url.Split('?')[0];
}
