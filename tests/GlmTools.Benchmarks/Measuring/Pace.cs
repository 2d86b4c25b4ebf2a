namespace GlmTools.Benchmarks.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="Rounds">How many slices of each case.</param>
/// <param name="Slice">How long a slice is.</param>
/// <param name="WarmUp">How long a case runs in each round before.</param>
/// <param name="Pairs">How many pairs of processes.</param>
internal sealed record Pace(int Rounds, TimeSpan Slice, TimeSpan WarmUp, int Pairs)
{
    public static Pace Full { get; } = new(101, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(250), 20);

    public static Pace Short { get; } = new(31, TimeSpan.FromMilliseconds(0.5), TimeSpan.FromMilliseconds(120), 10);

    public bool IsShort => this == Short;

    /// <summary>How long the runtime gets to compile what has become hot: it waits 100 ms itself for a moment without new code.</summary>
    public TimeSpan Settling { get; } = TimeSpan.FromMilliseconds(200);
}
