using System.Runtime.InteropServices;

namespace GlmTools.Cli;

/// <summary>Ctrl+C: it ends the program, or only what somebody has put in its way, such as the answer that is being written.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _program = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private CancellationTokenSource? _inTheWay;

    /// <summary>Cancelled when the program is to end.</summary>
    public CancellationToken Token => _program.Token;

    /// <summary>Listens to the signals of the process.</summary>
    public static Interrupts OfProcess()
    {
        var interrupts = new Interrupts();
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            interrupts._signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                interrupts.Raise(mayBeDiverted: context.Signal == PosixSignal.SIGINT);
            }));
        }

        return interrupts;
    }

    /// <summary>Waits for Ctrl+C, where that is how a command is meant to end.</summary>
    public static async Task RaisedAsync(CancellationToken cancellationToken)
        => await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Interrupts what is in the way, or the program.</summary>
    public void Raise(bool mayBeDiverted = true)
    {
        if (mayBeDiverted && Interlocked.Exchange(ref _inTheWay, null) is { } step)
        {
            step.Cancel();
        }
        else
        {
            _program.Cancel();
        }
    }

    /// <summary>From now until it is disposed, the next Ctrl+C cancels this and not the program.</summary>
    public CancellationTokenSource Divert()
    {
        var step = CancellationTokenSource.CreateLinkedTokenSource(Token);
        _inTheWay = step;
        return step;
    }

    /// <summary>Ctrl+C is for the program again.</summary>
    public void EndDiversion() => _inTheWay = null;

    public void Dispose()
    {
        _signals.ForEach(static signal => signal.Dispose());
        _program.Dispose();
    }
}
