namespace GlmTools.Generators.Locking;

/// <summary>What became of a tool; in the order of the rules that say so, GLM030 and on.</summary>
internal enum LockedChangeKind
{
    ToolRemoved,
    ToolAdded,
    ParameterRemoved,
    ParameterRenamed,
    ParameterRequired,
    ParameterNarrowed,
    ParameterWidened,
    DescriptionChanged,
    DefaultChanged,
}
