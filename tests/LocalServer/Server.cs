using System.Text.Json;
using GlmTools;

namespace LocalServer;

/// <summary>The server under test.</summary>
/// <param name="Address">Its base address, which ends in <c>/v1</c>.</param>
/// <param name="Key">The key it takes.</param>
internal sealed record Server(Uri Address, string Key)
{
    private static readonly GlmChatMessage[] Question = [GlmChatMessage.User("今天北京天气如何?")];

    /// <summary>The fields that make a model call a tool; the service has none of them (protocol sheet 2.6).</summary>
    public static IReadOnlyDictionary<string, JsonElement> MustCall { get; } = new Dictionary<string, JsonElement> { ["tool_choice"] = JsonElement.Parse("\"required\"") };

    /// <summary>A client as everybody uses it, with its retries.</summary>
    public GlmClient Connect() => new(Key, new() { BaseAddress = Address, Compatibility = GlmCompatibility.LlamaCpp });

    /// <summary>
    /// A client that asks once, because a failure is a finding here; and over a new connection each time, because the server now and then
    /// closes one that is kept, which a retry would mend.
    /// </summary>
    public GlmClient ConnectOnce(string? key = null, bool argumentsAsObjects = false) => new(key ?? Key, new()
    {
        BaseAddress = Address,
        Compatibility = GlmCompatibility.LlamaCpp with { ArgumentsAsObjects = argumentsAsObjects },
        MaxRetries = 0,
        Handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero },
    });

    /// <summary>A question whose answer is the same for the same seed.</summary>
    public static GlmChatRequest Ask(int seed, GlmToolSet? tools = null) => new()
    {
        Model = "any",
        Messages = Question,
        MaxTokens = 400,
        Seed = seed,
        Tools = tools?.Utf8Json ?? default,
    };
}
