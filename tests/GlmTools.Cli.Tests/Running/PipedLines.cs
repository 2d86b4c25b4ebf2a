using System.Collections.Concurrent;

namespace GlmTools.Cli.Tests.Running;

/// <summary>An input whose lines come when the test says so.</summary>
internal sealed class PipedLines : TextReader
{
    private readonly BlockingCollection<string> _lines = [];

    public void Add(string line) => _lines.Add(line);

    public void End() => _lines.CompleteAdding();

    public override string? ReadLine() => _lines.TryTake(out var line, Timeout.Infinite) ? line : null;
}
