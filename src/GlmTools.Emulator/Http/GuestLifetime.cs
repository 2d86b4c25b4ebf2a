using Microsoft.Extensions.Hosting;

namespace GlmTools.Emulator.Http;

/// <summary>Leaves Ctrl+C and the other signals to the program the emulator is a guest in; the host's own lifetime would take them and stop.</summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
