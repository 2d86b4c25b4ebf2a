using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlmTools.Hosting.Tests;

/// <summary>Hears all that is logged at any level, thrown, traced and printed, and knows the tokens that were sent.</summary>
internal sealed class Witness : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _heard = [];
    private readonly ConcurrentDictionary<string, bool> _tokens = [];
    private readonly ActivityListener _listener;
    private int _logged;
    private int _traced;

    public Witness()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                _traced++;
                _heard.Enqueue($"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects.Concat(span.Events.SelectMany(static e => e.Tags)).Select(static tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', span.Baggage)}");
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Watch(IServiceCollection services)
    {
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Tokens(_tokens)));
    }

    /// <summary>Does something that may fail, and keeps what it throws or returns.</summary>
    public async Task TryAsync<T>(Func<Task<T>> what)
    {
        try
        {
            var result = await what();
            Note(result is IEnumerable<object> many ? [.. many] : [result]);
        }
        catch (Exception thrown)
        {
            for (Exception? cause = thrown; cause is not null; cause = cause.InnerException)
            {
                Note(cause, cause.Message, string.Join(' ', cause.Data.Values.Cast<object?>()));
            }
        }
    }

    public void Note(params object?[] printed) => Array.ForEach(printed, something => _heard.Enqueue($"{something}"));

    /// <summary>Asserts that it heard something, and none of the secrets nor of the tokens.</summary>
    public void AssertDumb(params string[] secrets)
    {
        Assert.True(_logged > 0 && _traced > 0 && !_tokens.IsEmpty, "The witness was deaf.");
        Assert.All(_heard, text => Assert.All(secrets.Concat(_tokens.Keys), secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal)));
    }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Note(state, Values(state));
        return null;
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _logged);
        Note(formatter(state, exception), Values(state), exception);
    }

    public void Dispose() => _listener.Dispose();

    private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "";

    private sealed class Tokens(ConcurrentDictionary<string, bool> tokens) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            tokens[request.Headers.Authorization!.Parameter!] = true;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
