namespace GlmTools;

/// <summary>Whether and how a failed request is sent again.</summary>
internal enum RetryKind
{
    /// <summary>It fails the same way each time.</summary>
    Never,

    /// <summary>It recovers within seconds.</summary>
    Short,

    /// <summary>It recovers within minutes.</summary>
    Long,

    /// <summary>At once and only once, with a new token.</summary>
    FreshToken,
}
