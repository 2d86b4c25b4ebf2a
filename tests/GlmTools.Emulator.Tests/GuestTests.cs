using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GlmTools.Emulator.Tests;

public class GuestTests
{
    [Fact]
    public async Task A_signal_is_for_the_program_around_it()
    {
        if (OperatingSystem.IsWindows())
        {
            // There is no signal to send there; the lifetime is the same.
            return;
        }

        // One handler before the emulator's turn and one behind it, whichever way round they are called; both keep this process alive.
        var (first, last) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var before = On(first);
        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        using var after = On(last);
        using (var kill = Process.Start("kill", ["-QUIT", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(Patience.Token);
        }

        await Task.WhenAll(first.Task, last.Task).WaitAsync(Patience.Token);
        Assert.Equal(200, (await emulator.PostAsync(Wire.Ask("hi"))).Status);
    }

    private static PosixSignalRegistration On(TaskCompletionSource received) => PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context =>
    {
        context.Cancel = true;
        received.TrySetResult();
    });
}
