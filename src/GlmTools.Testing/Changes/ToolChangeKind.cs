namespace GlmTools.Testing;

/// <summary>What became of a tool; each is what a diagnostic says at compile time, GLM030 and on.</summary>
public enum ToolChangeKind
{
    /// <summary>A tool is gone (GLM030).</summary>
    ToolRemoved,

    /// <summary>A tool is new (GLM031).</summary>
    ToolAdded,

    /// <summary>A parameter is gone (GLM032).</summary>
    ParameterRemoved,

    /// <summary>A parameter has another name (GLM033).</summary>
    ParameterRenamed,

    /// <summary>A parameter became required (GLM034).</summary>
    ParameterRequired,

    /// <summary>A parameter takes less (GLM035).</summary>
    ParameterNarrowed,

    /// <summary>A parameter takes more (GLM036).</summary>
    ParameterWidened,

    /// <summary>A description differs (GLM037).</summary>
    DescriptionChanged,

    /// <summary>A default differs (GLM038).</summary>
    DefaultChanged,
}
