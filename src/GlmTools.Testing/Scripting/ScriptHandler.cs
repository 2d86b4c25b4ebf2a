using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>Leads a client to the emulator that plays a script; starts it with the first request, and throws what the script has to say.</summary>
internal sealed class ScriptHandler(ScriptPlay play, GlmEmulatorOptions options) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private Task<(GlmEmulator Emulator, HttpMessageInvoker Invoker)>? _start;

    public IReadOnlyList<GlmExchange> Exchanges => _start is { IsCompletedSuccessfully: true, Result.Emulator: var emulator } ? emulator.Exchanges : [];

    public async Task StopAsync()
    {
        if (_start is { } start)
        {
            var (emulator, invoker) = await start.ConfigureAwait(false);
            invoker.Dispose();
            await emulator.DisposeAsync().ConfigureAwait(false);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (_, invoker) = await Started().WaitAsync(cancellationToken).ConfigureAwait(false);
        var response = await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.Contains(ScriptPlay.FailureHeader) && play.TakeFailure() is { } failure)
        {
            response.Dispose();
            throw new GlmScriptException(failure.Message);
        }

        return response;
    }

    private Task<(GlmEmulator Emulator, HttpMessageInvoker Invoker)> Started()
    {
        lock (_gate)
        {
            return _start ??= StartAsync();
        }
    }

    private async Task<(GlmEmulator Emulator, HttpMessageInvoker Invoker)> StartAsync()
    {
        var emulator = await GlmEmulator.StartAsync(options).ConfigureAwait(false);
        return (emulator, new(emulator.CreateHandler()));
    }
}
