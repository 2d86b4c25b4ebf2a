namespace GlmTools.Tests.Agent;

/// <summary>What the agent's tests call: methods that succeed, fail, wait and overlap when they are told to.</summary>
public sealed class TravelTools
{
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];
    private readonly SemaphoreSlim _arrivals = new(0);
    private int _inside;

    public enum Unit { C, F }

    /// <summary>What was executed, in order.</summary>
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

    /// <summary>What <see cref="Wait"/> waits for.</summary>
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until that many calls are in a method at a time.</summary>
    public async Task ReachedAsync(int calls = 1)
    {
        for (var i = 0; i < calls; i++)
        {
            Assert.True(await _arrivals.WaitAsync(Patience.Limit), "No call arrived.");
        }
    }

    /// <summary>The context of the last call that took it.</summary>
    public GlmToolContext? Context { get; private set; }

    /// <summary>The weather of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="unit">The unit.</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public Weather GetWeather(string city, Unit unit, GlmToolContext context)
    {
        Note($"weather {city}");
        Context = context;
        return new(city, 21.5, unit);
    }

    /// <summary>The time.</summary>
    [GlmTool]
    public string Now()
    {
        Note("now");
        return "09:30";
    }

    /// <summary>Fails.</summary>
    [GlmTool]
    public string Fail()
    {
        Note("fail");
        throw new InvalidOperationException("password=hunter2");
    }

    /// <summary>Waits until it may go on.</summary>
    /// <param name="name">Who waits.</param>
    [GlmTool]
    public Task<string> Wait(string name, CancellationToken cancellationToken) => OverlapAsync(name, cancellationToken);

    /// <summary>Waits, and does not look at its token.</summary>
    [GlmTool(TimeoutSeconds = 5)]
    public async Task<string> Stubborn()
    {
        _arrivals.Release();
        await Go.Task;
        return "too late";
    }

    /// <summary>Waits, but never twice at a time.</summary>
    /// <param name="name">Who waits.</param>
    [GlmTool(Exclusive = "the bathroom")]
    public Task<string> WaitAlone(string name, CancellationToken cancellationToken) => OverlapAsync(name, cancellationToken);

    /// <summary>Deletes a trip.</summary>
    /// <param name="name">The trip.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public Task<string> DeleteTrip(string name, CancellationToken cancellationToken) => OverlapAsync(name, cancellationToken);

    /// <summary>Pays.</summary>
    /// <param name="amount">How much.</param>
    [GlmTool(RequiresApproval = true)]
#pragma warning disable GLM025 // A person approves each payment, and may do so side by side.
    public string Pay(int amount)
#pragma warning restore GLM025
    {
        Note($"pay {amount}");
        return "paid";
    }

    private async Task<string> OverlapAsync(string name, CancellationToken cancellationToken)
    {
        Note(name);
        lock (_lock)
        {
            MostAtATime = Math.Max(MostAtATime, ++_inside);
        }

        _arrivals.Release();
        await Go.Task.WaitAsync(cancellationToken);
        lock (_lock)
        {
            _inside--;
        }

        return $"{name} done";
    }

    private void Note(string what)
    {
        lock (_lock)
        {
            _log.Add(what);
        }
    }

    public sealed record Weather(string City, double Temperature, Unit Unit);
}
