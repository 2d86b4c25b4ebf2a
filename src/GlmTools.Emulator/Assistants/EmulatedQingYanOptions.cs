namespace GlmTools.Emulator;

/// <summary>How the emulated QingYan service runs (protocol sheet 9).</summary>
public sealed record EmulatedQingYanOptions
{
    /// <summary>What the assistant says.</summary>
    /// <value><see cref="EmulatedAssistant.Echo"/>.</value>
    public IEmulatedAssistant Assistant { get; init; } = EmulatedAssistant.Echo;

    /// <summary>The key it accepts; <see langword="null"/> (the default) makes a random one.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The secret it accepts; <see langword="null"/> (the default) makes a random one.</summary>
    public string? ApiSecret { get; init; }

    /// <summary>The id of the one assistant there is; <see langword="null"/> (the default) makes a random one.</summary>
    public string? AssistantId { get; init; }

    /// <summary>How many questions and uploads may run at a time.</summary>
    /// <value>2.</value>
    public int MaxConcurrency { get; init; } = 2;

    /// <summary>How many questions are answered within 24 hours.</summary>
    /// <value>500.</value>
    public int DailyLimit { get; init; } = 500;

    /// <summary>How many questions are answered in all.</summary>
    /// <value>5,000.</value>
    public int TotalLimit { get; init; } = 5000;

    /// <summary>How long an access token lives.</summary>
    /// <value>10 days.</value>
    public TimeSpan TokenLife { get; init; } = TimeSpan.FromDays(10);

    /// <summary>What may be logged: neither key nor secret.</summary>
    public override string ToString() => $"{nameof(EmulatedQingYanOptions)} {{ AssistantId = {AssistantId} }}";
}
