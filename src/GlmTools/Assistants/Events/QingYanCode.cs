namespace GlmTools;

/// <summary>Code the assistant writes, and then runs on the service, has grown.</summary>
public sealed record QingYanCode : QingYanContent
{
    /// <summary>What is new of it.</summary>
    public required string Delta { get; init; }

    /// <summary>The whole of it so far.</summary>
    public required string Code { get; init; }

    /// <summary>Whether a piece of code begins here.</summary>
    public bool Begins => Delta.Length == Code.Length;
}
