namespace GlmTools;

/// <summary>What becomes of a call.</summary>
internal enum GuardAction
{
    /// <summary>It is executed.</summary>
    Go,

    /// <summary>It is not executed; the model gets a text instead.</summary>
    Tell,

    /// <summary>It is not executed, and the run ends.</summary>
    Stop,
}
