namespace GlmTools;

/// <summary>Judges whether a content is safe (protocol sheet 8.5). Texts only: how other kinds are sent is not documented well enough.</summary>
public sealed class GlmModeration
{
    private const string Model = "moderation";

    private readonly GlmTransport _transport;

    internal GlmModeration(GlmTransport transport) => _transport = transport;

    /// <summary>Judges a text.</summary>
    /// <param name="text">The text, 1 to 2000 characters.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmModerationResult> CheckAsync(string text, CancellationToken cancellationToken = default)
    {
        FieldLimit.Text("input", text, 2000);
        return _transport.PostAsync(
            "moderations",
            new(Model, text),
            PlatformJson.Default.ModerationRequest,
            PlatformJson.Default.GlmModerationResult,
            cancellationToken,
            Model);
    }
}
