namespace GlmTools;

/// <summary>The envelope of a token count.</summary>
internal sealed record TokenAnswer
{
    public required GlmTokenCount? Usage { get; init; }
}
