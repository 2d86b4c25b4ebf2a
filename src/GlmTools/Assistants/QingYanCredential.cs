using System.Net;
using System.Net.Http.Headers;

namespace GlmTools;

/// <summary>The access token of a key, fetched when it is first needed and kept until shortly before it expires (protocol sheet 9.1).</summary>
internal sealed class QingYanCredential : GlmCredential, IDisposable
{
    /// <summary>How long before its end a token is renewed. It lives for ten days, so that hours more or less do not matter.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    private readonly SemaphoreSlim _fetching = new(1);
    private readonly QingYanKey _key;
    private readonly GlmTransport _transport;
    private readonly TimeProvider _time;
    private volatile QingYanToken? _token;

    // The last two: an answer to a request the former one signed may still come, and quote it.
    private volatile string[] _issued = [];

    public QingYanCredential(string apiKey, string apiSecret, GlmClientOptions options)
    {
        _key = new QingYanKey(Clean(apiKey, "API key", nameof(apiKey)), Clean(apiSecret, "API secret", nameof(apiSecret)));
        _transport = new GlmTransport(_key, options);
        _time = options.TimeProvider;
    }

    public override bool CanRenew => true;

    public override string GetToken() => _token?.AccessToken ?? "";

    public override async ValueTask<AuthenticationHeaderValue?> AuthorizeAsync(CancellationToken cancellationToken)
        => new("Bearer", (await CurrentAsync(cancellationToken).ConfigureAwait(false)).AccessToken);

    /// <summary>A token may be withdrawn before its time; the service says so with 401. One that was never given is no reason to ask again.</summary>
    public override bool CanMend(GlmException failure) => failure is GlmApiException { StatusCode: HttpStatusCode.Unauthorized } && _token is not null;

    public override object? Stamp => _token;

    // Many requests may learn at a time that their token is gone; what the first of them fetched is not thrown away by the others.
    public override void Renew(object? stamp) => Interlocked.CompareExchange(ref _token, null, (QingYanToken?)stamp);

    public void Dispose()
    {
        _transport.Dispose();
        _fetching.Dispose();
    }

    protected override IEnumerable<string> Secrets() => [.. _issued, .. _key.All];

    private async ValueTask<QingYanToken> CurrentAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } kept)
        {
            return kept;
        }

        // Many may wait for the first token; one fetches it.
        await _fetching.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh() is { } fetched)
            {
                return fetched;
            }

            var token = await FetchAsync(cancellationToken).ConfigureAwait(false);
            _issued = [token.AccessToken, .. _issued.Take(1)];
            return _token = token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private QingYanToken? Fresh() => _token is { } token && _time.GetUtcNow() < token.RenewAt ? token : null;

    private ValueTask<QingYanToken> FetchAsync(CancellationToken cancellationToken)
    {
        var question = PlatformJson.Write(new(_key.ApiKey, _key.ApiSecret), QingYanJson.Default.QingYanTokenRequest);
        return _transport.SendAsync(ApiRequest.Post("get_token", question), utf8 => QingYanWire.ReadToken(utf8, _time.GetUtcNow(), Early), cancellationToken);
    }
}
