namespace GlmTools.Tests.Tools;

/// <summary>A tool class whose objects come from a container and count how many of them are alive.</summary>
public sealed class Counters : IDisposable
{
    public static List<string> Log { get; } = [];

    public Counters() => Log.Add("made");

    /// <summary>Counts.</summary>
    [GlmTool]
    public int Count()
    {
        Log.Add("called");
        return Log.Count;
    }

    public void Dispose() => Log.Add("disposed");
}
