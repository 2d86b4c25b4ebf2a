namespace GlmTools.Testing;

/// <summary>Where the answers of a <see cref="GlmRecorder"/> come from.</summary>
public enum GlmRecorderMode
{
    /// <summary>From the cassette where there is one; else they are recorded, but never on a build server.</summary>
    Auto,

    /// <summary>From the service; the cassette is written anew.</summary>
    Record,

    /// <summary>From the cassette.</summary>
    Replay,
}
