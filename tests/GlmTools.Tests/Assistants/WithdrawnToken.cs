using System.Net;
using System.Text;

namespace GlmTools.Tests.Assistants;

/// <summary>A service that withdraws its first token, and refuses requests that carry it when the test says so.</summary>
internal sealed class WithdrawnToken : HttpMessageHandler
{
    private readonly List<TaskCompletionSource> _waiting = [];
    private bool _isWithdrawn;

    /// <summary>How many tokens were fetched.</summary>
    public int Issued { get; private set; }

    /// <summary>The tokens of the questions, in order of arrival.</summary>
    public List<string?> Tokens { get; } = [];

    public void Withdraw() => _isWithdrawn = true;

    /// <summary>Refuses one of the requests that wait with the old token.</summary>
    public void Refuse(int request) => _waiting[request].SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/get_token", StringComparison.Ordinal))
        {
            return Answer(HttpStatusCode.OK, $$$"""{"status":0,"result":{"access_token":"t{{{++Issued}}}"}}""");
        }

        var token = request.Headers.Authorization?.Parameter;
        Tokens.Add(token);
        if (!_isWithdrawn || token != "t1")
        {
            return Answer(HttpStatusCode.OK, """{"status":0,"result":{"output":[]}}""");
        }

        var refusal = new TaskCompletionSource();
        _waiting.Add(refusal);
        await refusal.Task.WaitAsync(cancellationToken);
        return Answer(HttpStatusCode.Unauthorized, """{"status":401,"message":"no"}""");
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string json)
        => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
