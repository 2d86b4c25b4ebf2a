using System.Text.Json;

namespace GlmTools;

/// <summary>How requests are put to what is at the base address: checked and as they are for the service, translated for other servers.</summary>
/// <param name="options">What is there.</param>
/// <param name="baseAddress">Where it is.</param>
internal sealed class ChatDialect(GlmClientOptions options, Uri baseAddress)
{
    // The Coding Plan maps efforts instead of refusing them (protocol sheet 2.4).
    private readonly bool _mapsThinking = baseAddress.AbsolutePath.Contains("/coding/", StringComparison.Ordinal);

    /// <summary>Checks a request.</summary>
    /// <exception cref="ArgumentException">What is at the base address would refuse it; the message names the field.</exception>
    public void ThrowIfBroken(GlmChatRequest request)
    {
        if (!options.Compatibility.IsLocal)
        {
            RequestRules.ThrowIfBroken(request, options.Models, _mapsThinking);
        }
    }

    /// <summary>Writes the body of a request that was checked.</summary>
    public void Write(Utf8JsonWriter json, GlmChatRequest request, bool stream)
        => ChatRequestWriter.Write(json, options.Compatibility.IsLocal ? LocalRequest.Of(request, options.Compatibility, stream) : request, stream);

    /// <summary>Checks a request, and makes its body.</summary>
    /// <inheritdoc cref="ThrowIfBroken(GlmChatRequest)" path="/exception"/>
    public ReadOnlyMemory<byte> Write(GlmChatRequest request)
    {
        ThrowIfBroken(request);
        using var body = JsonBody.Start();
        Write(body.Json, request, stream: false);
        return body.ToArray();
    }

    /// <summary>Checks one message by itself: that of a conversation is encoded by the time a request is made of it.</summary>
    /// <exception cref="ArgumentException">What is at the base address would refuse it; the message names the part.</exception>
    public void ThrowIfBroken(GlmChatMessage message, string place)
    {
        if (message.Parts.Count > 0 && !options.Compatibility.IsLocal)
        {
            MessageRules.ThrowIfBroken(message, place);
        }
    }
}
