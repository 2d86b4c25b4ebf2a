namespace GlmTools.Benchmarks.Generating.Anchor;

/// <summary>What a value is in JSON, as far as the anchor tells.</summary>
internal enum AnchorKind
{
    Text,
    Integer,
    Number,
    Truth,
    Enumeration,
    Time,
    List,
    Object,
    Cancellation,
}
