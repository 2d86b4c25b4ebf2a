namespace GlmTools;

/// <summary>A request of the third version (protocol sheet 10). It has no tools and no system role.</summary>
public sealed record GlmV3Request
{
    /// <summary>The model, such as <c>chatglm_pro</c>, <c>chatglm_std</c>, <c>chatglm_lite</c> or <c>chatglm_turbo</c>.</summary>
    public required string Model { get; init; }

    /// <summary>The conversation, oldest message first, one at least.</summary>
    public required IReadOnlyList<GlmV3Message> Prompt { get; init; }

    /// <summary>How freely the model picks words; <see langword="null"/> (the default) for the service's 0.95.</summary>
    public double? Temperature { get; init; }

    /// <summary>Which part of the likely words it picks from; <see langword="null"/> (the default) for the service's 0.7.</summary>
    public double? TopP { get; init; }

    /// <summary>An id of one's own, not used before; <see langword="null"/> (the default) lets the service make one.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether each event of a stream brings what is new, or all so far. Means something only for streams.</summary>
    /// <value>What is new.</value>
    public bool Incremental { get; init; } = true;

    /// <summary>The form of the answer's text on the wire; <see langword="null"/> (the default) for the service's <see cref="GlmV3ReturnType.JsonString"/>. The client reads both.</summary>
    public GlmV3ReturnType? ReturnType { get; init; }

    /// <summary>Whether the model may look things up; <see langword="null"/> (the default) leaves it to the service.</summary>
    public GlmV3Reference? Reference { get; init; }
}
