namespace GlmTools;

/// <summary>What an event tells. One this version does not know is kept as it came.</summary>
/// <param name="Value">The text on the wire.</param>
public readonly record struct GlmV3EventType(string Value)
{
    /// <summary>More of the text.</summary>
    public static GlmV3EventType Add { get; } = new("add");

    /// <summary>The answer failed.</summary>
    public static GlmV3EventType Error { get; } = new("error");

    /// <summary>The answer was stopped, by the content filter as a rule; what came of it should be withdrawn.</summary>
    public static GlmV3EventType Interrupted { get; } = new("interrupted");

    /// <summary>The answer is complete.</summary>
    public static GlmV3EventType Finish { get; } = new("finish");

    internal bool EndsAnswer => this == Error || this == Interrupted || this == Finish;

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
