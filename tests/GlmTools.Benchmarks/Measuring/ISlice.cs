using GlmTools.Benchmarks.Checking;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>One aspect of performance: what can be timed of it, and what is exact.</summary>
internal interface ISlice
{
    /// <summary>What it is called on the command line.</summary>
    public string Name { get; }

    /// <summary>Measures it beside the limit and the peers.</summary>
    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken);

    /// <summary>Figures that come out the same each time.</summary>
    public IEnumerable<ExactFigure> ExactFigures();
}
