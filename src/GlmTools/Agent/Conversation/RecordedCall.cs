namespace GlmTools;

/// <summary>A call as the model wrote it, and the definition of the tool the model had in front of it.</summary>
/// <param name="call">The call, under the id it has in the transcript.</param>
/// <param name="tool">The tool; <see langword="null"/> where there is none of the name.</param>
/// <param name="fingerprint">The fingerprint of the tool, where the call was read from a journal.</param>
internal sealed class RecordedCall(GlmToolCall call, GlmTool? tool, string? fingerprint = null)
{
    public GlmToolCall Call { get; } = call;

    /// <summary>Only worked out where it is written down.</summary>
    public string? Fingerprint => field ??= fingerprint ?? tool?.Fingerprint;

    /// <summary>Whether a tool is no longer the one the model had in front of it.</summary>
    public bool WasMadeOfAnother(GlmTool current) => tool != current && Fingerprint is { } made && made != current.Fingerprint;
}
