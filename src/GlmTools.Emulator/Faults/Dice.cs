namespace GlmTools.Emulator.Faults;

/// <summary>Chances that follow from a seed, also where requests come concurrently.</summary>
internal sealed class Dice(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    /// <summary>Two numbers from 0 to less than 1; always two, so that no answer changes the chances of the next one.</summary>
    public (double Chance, double Choice) Throw()
    {
        lock (_gate)
        {
            return (_random.NextDouble(), _random.NextDouble());
        }
    }
}
