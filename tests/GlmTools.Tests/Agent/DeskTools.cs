namespace GlmTools.Tests.Agent;

/// <summary>A tool for each kind of effect. All of them do what the test says, and keep a log.</summary>
public sealed class DeskTools
{
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];
    private readonly Dictionary<string, TaskCompletionSource> _reached = [];
    private int _inside;

    /// <summary>What was executed, such as <c>fax a</c>, in order.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_lock)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>The most calls that were in a method at a time.</summary>
    public int MostAtATime { get; private set; }

    /// <summary>What a call does once it is in the log; by default it is done at once.</summary>
    public Func<string, CancellationToken, Task<string>> Do { get; set; } = static (what, _) => Task.FromResult($"{what} done");

    /// <summary>Completes when a call is in its method.</summary>
    public Task ReachedAsync(string what) => Reached(what).Task.WaitAsync(Patience.Limit);

    /// <summary>Reads a paper.</summary>
    /// <param name="paper">Which one.</param>
    /// <param name="page">The page.</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public Task<string> Read(string paper, int page = 1, CancellationToken cancellationToken = default)
        => DoAsync(page == 1 ? $"read {paper}" : $"read {paper} {page}", cancellationToken);

    /// <summary>Looks at the clock.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public Task<string> Clock(CancellationToken cancellationToken = default) => DoAsync("clock", cancellationToken);

    /// <summary>Files a paper, which may be done twice.</summary>
    /// <param name="paper">Which one.</param>
    [GlmTool("put", Effect = GlmToolEffect.Idempotent)]
    public Task<string> Put(string paper, CancellationToken cancellationToken = default) => DoAsync($"put {paper}", cancellationToken);

    /// <summary>Faxes a paper.</summary>
    /// <param name="paper">Which one.</param>
    [GlmTool]
    public Task<string> Fax(string paper, CancellationToken cancellationToken = default) => DoAsync($"fax {paper}", cancellationToken);

    /// <summary>Shreds a paper.</summary>
    /// <param name="paper">Which one.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public Task<string> Shred(string paper, CancellationToken cancellationToken = default) => DoAsync($"shred {paper}", cancellationToken);

    /// <summary>Staples a paper, with the only stapler there is.</summary>
    /// <param name="paper">Which one.</param>
    [GlmTool(Exclusive = "the stapler")]
    public Task<string> Staple(string paper, CancellationToken cancellationToken = default) => DoAsync($"staple {paper}", cancellationToken);

    /// <summary>Signs a paper.</summary>
    /// <param name="paper">Which one.</param>
    /// <param name="copies">How many copies.</param>
    [GlmTool(RequiresApproval = true)]
#pragma warning disable GLM025 // A person approves each signature; they may be made side by side.
    public Task<string> Sign(string paper, int copies = 1, CancellationToken cancellationToken = default)
#pragma warning restore GLM025
        => DoAsync(copies == 1 ? $"sign {paper}" : $"sign {paper} {copies}", cancellationToken);

    /// <summary>Copies a paper, and says how far it is.</summary>
    /// <param name="paper">Which one.</param>
    [GlmTool]
    public Task<string> Copy(string paper, IProgress<string> progress, CancellationToken cancellationToken = default)
    {
        progress.Report("half");
        progress.Report("all");
        return DoAsync($"copy {paper}", cancellationToken);
    }

    private async Task<string> DoAsync(string what, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _log.Add(what);
            MostAtATime = Math.Max(MostAtATime, ++_inside);
        }

        Reached(what).TrySetResult();
        try
        {
            return await Do(what, cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                _inside--;
            }
        }
    }

    private TaskCompletionSource Reached(string what)
    {
        lock (_lock)
        {
            return _reached.TryGetValue(what, out var reached) ? reached : _reached[what] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
