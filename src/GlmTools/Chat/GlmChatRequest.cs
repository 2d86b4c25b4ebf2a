namespace GlmTools;

/// <summary>A request for an answer (protocol sheet 2.1).</summary>
public sealed record GlmChatRequest : GlmChatSettings
{
    /// <summary>Creates a request with the service's defaults.</summary>
    public GlmChatRequest()
    {
    }

    /// <summary>Creates a request from settings.</summary>
    /// <param name="settings">The settings.</param>
    public GlmChatRequest(GlmChatSettings settings)
        : base(settings)
    {
    }

    /// <summary>The model, such as <c>glm-4-flash</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The messages. At least one has to be from the user.</summary>
    public IReadOnlyList<GlmChatMessage> Messages { get; init; } = [];

    /// <summary>
    /// The tools as the JSON array that goes over the wire, such as <see cref="GlmToolSet.Utf8Json"/>; empty for none. It
    /// is copied into the request as it is.
    /// </summary>
    public ReadOnlyMemory<byte> Tools { get; init; }

    /// <summary>An id for the request, 6 to 64 characters, never used before; <see langword="null"/> (the default) to let the service make one. A retry carries the same one, which the service may refuse (code 1231).</summary>
    public string? RequestId { get; init; }

    /// <summary>Messages that go before <see cref="Messages"/> and are encoded already, so that a turn encodes only what is new.</summary>
    internal IReadOnlyList<ReadOnlyMemory<byte>> EncodedMessages { get; init; } = [];

    /// <summary>Whether one of <see cref="EncodedMessages"/> may have parts: nobody looks through a long history for what is known not to be there.</summary>
    internal bool MayHaveEncodedParts { get; init; } = true;
}
