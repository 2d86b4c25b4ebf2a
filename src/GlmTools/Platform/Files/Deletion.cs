namespace GlmTools;

/// <summary>What the service says about a deletion.</summary>
internal sealed record Deletion
{
    public required bool Deleted { get; init; }
}
