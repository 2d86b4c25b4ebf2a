namespace GlmTools.Emulator.Validation;

/// <summary>What a model takes beside text (protocol sheet 3.2). Of a model it does not know, the emulator takes everything.</summary>
internal sealed record PartKinds
{
    private static readonly PartKinds TextOnly = new() { MostImages = 0, TakesVideos = false, TakesFiles = false };
    private static readonly PartKinds FiftyImages = new() { MostImages = 50 };

    private static readonly Dictionary<string, PartKinds> ByModel = new(StringComparer.OrdinalIgnoreCase)
    {
        ["glm-5.3-flash"] = FiftyImages,
        ["glm-5.3-flashx"] = FiftyImages,
        ["glm-5v-turbo"] = FiftyImages,
        ["glm-4.6v"] = FiftyImages,
        ["glm-4.6v-flash"] = FiftyImages,
        ["glm-4.6v-flashx"] = FiftyImages,
        ["glm-4.5v"] = FiftyImages,
        ["glm-4v-plus-0111"] = new() { MostImages = 5, VideoComesFirst = true },
        ["glm-4v-flash"] = new() { MostImages = 1, TakesImageBytes = false },
        ["glm-4-voice"] = TextOnly with { TakesAudio = true },
        ["glm-5.3"] = TextOnly,
        ["glm-5.2"] = TextOnly,
        ["glm-5.1"] = TextOnly,
        ["glm-5"] = TextOnly,
        ["glm-5-turbo"] = TextOnly,
        ["glm-4.7"] = TextOnly,
        ["glm-4.7-flash"] = TextOnly,
        ["glm-4.7-flashx"] = TextOnly,
        ["glm-4.6"] = TextOnly,
        ["glm-4.5"] = TextOnly,
        ["glm-4.5-x"] = TextOnly,
        ["glm-4.5-air"] = TextOnly,
        ["glm-4.5-airx"] = TextOnly,
        ["glm-4.5-flash"] = TextOnly,
        ["glm-4-plus"] = TextOnly,
        ["glm-4-air"] = TextOnly,
        ["glm-4-airx"] = TextOnly,
        ["glm-4-flash"] = TextOnly,
        ["glm-4-flashx"] = TextOnly,
        ["glm-4-flash-250414"] = TextOnly,
    };

    private static readonly PartKinds Anything = new() { TakesAudio = true };

    public int? MostImages { get; init; }

    public bool TakesImageBytes { get; init; } = true;

    public bool TakesVideos { get; init; } = true;

    public bool VideoComesFirst { get; init; }

    public bool TakesFiles { get; init; } = true;

    public bool TakesAudio { get; init; }

    public static PartKinds Of(string model) => ByModel.GetValueOrDefault(model, Anything);
}
