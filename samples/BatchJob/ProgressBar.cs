using GlmTools;

namespace BatchJob;

/// <summary>Shows how far a batch is: in place on a terminal, a line each into a file.</summary>
internal sealed class ProgressBar : IProgress<GlmBatch>
{
    private const int Width = 30;

    private readonly bool _isTerminal = !Console.IsOutputRedirected;

    public void Report(GlmBatch value)
    {
        var counts = value.RequestCounts ?? new();
        var done = counts.Completed + counts.Failed;
        var filled = counts.Total == 0 ? 0 : Width * done / counts.Total;
        var line = $"[{new string('#', filled)}{new string('.', Width - filled)}] {done,3}/{counts.Total} {value.Status}";
        if (_isTerminal)
        {
            Console.Write($"\r{line,-60}{(value.Status.IsFinal ? "\n" : "")}");
        }
        else
        {
            Console.WriteLine(line);
        }
    }
}
