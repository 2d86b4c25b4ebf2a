namespace GlmTools;

/// <summary>How far a task of the service is (protocol sheet 7).</summary>
public enum GlmTaskStatus
{
    /// <summary>Not ready, or a status that this version does not know.</summary>
    Processing,

    /// <summary>The result is there. That of a chat may still have been stopped by the content filter.</summary>
    Success,

    /// <summary>There will be no result.</summary>
    Failed,
}
