using System.Text;

namespace GlmTools;

/// <summary>Speech to text and text to speech (protocol sheet 8.4), each as a whole: streams of them are not spoken here.</summary>
public sealed class GlmSpeech
{
    private readonly GlmTransport _transport;

    internal GlmSpeech(GlmTransport transport) => _transport = transport;

    /// <summary>Writes speech down.</summary>
    /// <param name="request">The audio.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmTranscription> TranscribeAsync(GlmTranscriptionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var form = request.File.Form(
            ("model", request.Model),
            ("prompt", request.Prompt),
            ("hotwords", request.Hotwords is { Count: > 0 } words ? Encoding.UTF8.GetString(PlatformJson.Write(words, PlatformJson.Default.IReadOnlyListString).Span) : null),
            ("request_id", request.RequestId),
            ("user_id", request.UserId));
        return _transport.SendAsync(ApiRequest.Post("audio/transcriptions", form, request.Model), PlatformJson.Default.GlmTranscription, cancellationToken);
    }

    /// <summary>Speaks a text.</summary>
    /// <param name="request">The text.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The audio in the format asked for.</returns>
    /// <inheritdoc cref="TranscribeAsync" path="/exception"/>
    public async Task<byte[]> SpeakAsync(GlmSpeechRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        var body = PlatformJson.Write(request, PlatformJson.Default.GlmSpeechRequest);
        return await _transport.SendAsync(ApiRequest.Post("audio/speech", body, request.Model), audio => IsAudio(audio, request.ResponseFormat) ? audio.ToArray() : null, cancellationToken).ConfigureAwait(false);
    }

    // An error in place of the audio is JSON, or a page of a proxy. A WAV file says what it is; samples are at least neither of these.
    private static bool IsAudio(ReadOnlySpan<byte> audio, string format)
        => format == "wav" ? audio.StartsWith("RIFF"u8) : !audio.IsEmpty && !IsPage(audio.TrimStart(" \t\r\n"u8)) && ErrorBody.Parse(audio) is null;

    private static bool IsPage(ReadOnlySpan<byte> text)
        => text.Length > 5 && (Ascii.EqualsIgnoreCase(text[..5], "<html"u8) || Ascii.EqualsIgnoreCase(text[..5], "<!doc"u8));
}
