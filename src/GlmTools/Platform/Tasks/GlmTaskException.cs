namespace GlmTools;

/// <summary>A task failed, or was not done in time.</summary>
public sealed class GlmTaskException : GlmException
{
    internal GlmTaskException(string taskId, GlmTaskStatus status, TimeSpan waited)
        : base(status == GlmTaskStatus.Failed
            ? $"Task {taskId} failed. The service does not say why; check the request, and submit it again."
            : $"Task {taskId} was not done within {waited.TotalSeconds:0.##} s. It goes on: ask for it later, or wait longer.")
        => (TaskId, Status) = (taskId, status);

    /// <summary>The id of the task.</summary>
    public string TaskId { get; }

    /// <summary><see cref="GlmTaskStatus.Failed"/>, or <see cref="GlmTaskStatus.Processing"/> where only the time was up.</summary>
    public GlmTaskStatus Status { get; }
}
