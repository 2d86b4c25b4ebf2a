using System.Collections.Concurrent;

namespace GlmTools.Endurance.Tests.Chaos;

/// <summary>Tools of every effect that write down what they were called with.</summary>
public sealed class ChaosTools
{
    /// <summary>How often each item was acted upon.</summary>
    internal ConcurrentDictionary<string, int> Effects { get; } = new();

    /// <summary>Calls with arguments that belong to no call.</summary>
    internal ConcurrentQueue<string> Inventions { get; } = new();

    /// <summary>Looks.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public string Look(string item, int number) => Check(item, number);

    /// <summary>Takes a note.</summary>
    [GlmTool]
    public async Task<string> Note(string item, int number, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return Act(item, number);
    }

    /// <summary>Puts something; fails the first time.</summary>
    [GlmTool(Effect = GlmToolEffect.Idempotent)]
    public string Put(string item, int number)
        => Effects.AddOrUpdate($"put {item}", 1, static (_, times) => times + 1) == 1 ? throw new TimeoutException() : Check(item, number);

    /// <summary>Erases something.</summary>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public string Erase(string item, int number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Act(item, number);
    }

    /// <summary>Pays.</summary>
    [GlmTool(RequiresApproval = true, Exclusive = "purse", Confirmation = "Pay {number}?")]
    public string Pay(string item, int number) => Act(item, number);

    private string Act(string item, int number)
    {
        Effects.AddOrUpdate(item, 1, static (_, times) => times + 1);
        return Check(item, number);
    }

    private string Check(string item, int number)
    {
        if (ChaosPlan.NumberOf(item) != number)
        {
            Inventions.Enqueue($"{item} {number}");
        }

        return $"ok {item}";
    }
}
