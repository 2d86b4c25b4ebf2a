using System.Text;

namespace GlmTools.Endurance.Tests.Killing;

/// <summary>Tools whose effects outlive the process: lines of a file.</summary>
/// <param name="effects">The file.</param>
public sealed class KillTools(string effects)
{
    private readonly Lock _lock = new();

    /// <summary>Books something.</summary>
    [GlmTool]
    public Task<string> Book(string item, CancellationToken cancellationToken) => ActAsync("book", item, cancellationToken);

    /// <summary>Erases something.</summary>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public Task<string> Erase(string item, CancellationToken cancellationToken) => ActAsync("erase", item, cancellationToken);

    /// <summary>Puts something.</summary>
    [GlmTool(Effect = GlmToolEffect.Idempotent)]
    public Task<string> Put(string item, CancellationToken cancellationToken) => ActAsync("put", item, cancellationToken);

    /// <summary>Looks at something.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public Task<string> Look(string item, CancellationToken cancellationToken) => ActAsync("look", item, cancellationToken);

    // Time before and after the effect, so that a kill may come on either side of it.
    private async Task<string> ActAsync(string tool, string item, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            using var file = new FileStream(effects, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1, FileOptions.WriteThrough);
            file.Write(Encoding.UTF8.GetBytes($"{tool} {item}\n"));
        }

        await Task.Delay(1, CancellationToken.None).ConfigureAwait(false);
        return $"did {tool} {item}";
    }
}
