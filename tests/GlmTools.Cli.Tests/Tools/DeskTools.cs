using System.ComponentModel.DataAnnotations;

[assembly: GlmTools.GlmToolSet(typeof(GlmTools.Cli.Tests.Tools.Shelf<GlmTools.Cli.Tests.Tools.Book>))]

namespace GlmTools.Cli.Tests.Tools;

/// <summary>Tools without an object.</summary>
public static class DeskTools
{
    /// <summary>Adds two numbers.</summary>
    /// <param name="left">The first</param>
    /// <param name="right">The second</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public static int Add([Range(0, 100)] int left, int right = 1) => left + right;

    /// <summary>Throws everything away.</summary>
    [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true)]
    public static string Discard(string what) => $"{what} is gone";

    /// <summary>Always fails.</summary>
    [GlmTool]
    public static string Break() => throw new InvalidOperationException("the spring is broken");

    /// <summary>Waits until it is cancelled.</summary>
    [GlmTool]
    public static async Task<string> WaitAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report("waiting");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "never";
    }
}
