namespace GlmTools.Testing;

/// <summary>How a <see cref="GlmRecorder"/> works.</summary>
public sealed record GlmRecorderOptions
{
    /// <summary>Where the answers come from.</summary>
    /// <value><see cref="GlmRecorderMode.Auto"/>.</value>
    public GlmRecorderMode Mode { get; init; }

    /// <summary>
    /// What of a JSON body may differ from the recording: names of members at its top, or JSON Pointers in which <c>*</c> stands for
    /// one segment, such as <c>/messages/*/name</c>. With them goes all below them.
    /// </summary>
    /// <value><c>request_id</c> and <c>user_id</c>.</value>
    public IReadOnlyCollection<string> IgnoredFields { get; init; } = ["request_id", "user_id"];

    /// <summary>Texts that stand as <c>***</c> in the cassette, beside what is known to be secret: keys, tokens, and members with such names.</summary>
    /// <value>None.</value>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>Whether a replay takes as long as the recording did, chunk by chunk.</summary>
    /// <value>It does not: all is there at once, but chunk by chunk.</value>
    public bool KeepsTiming { get; init; }

    /// <summary>The clock of recorded times and of replayed waits.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What sends the requests that are recorded; disposed with the recorder.</summary>
    /// <value><see langword="null"/> for a connection of its own.</value>
    public HttpMessageHandler? InnerHandler { get; init; }

    /// <summary>Nothing of the secrets.</summary>
    public override string ToString() => $"{nameof(GlmRecorderOptions)} {{ Mode = {Mode} }}";
}
