namespace GlmTools.Testing;

/// <summary>Tools are not what was agreed to. Whatever the test framework, the message says what changed and how to accept it.</summary>
public sealed class ToolSnapshotException : Exception
{
    internal ToolSnapshotException(string message, string verifiedFile, string receivedFile, IReadOnlyList<ToolChange> changes)
        : base(message) => (VerifiedFile, ReceivedFile, Changes) = (verifiedFile, receivedFile, changes);

    /// <summary>The file of what was agreed to; it need not exist yet.</summary>
    public string VerifiedFile { get; }

    /// <summary>The file of what is there now.</summary>
    public string ReceivedFile { get; }

    /// <summary>What changed for models; empty where there is nothing to compare with, and for Markdown.</summary>
    public IReadOnlyList<ToolChange> Changes { get; }
}
