namespace GlmTools;

/// <summary>How requests are put to what is at the base address: checked and as they are for the service, translated for other servers.</summary>
/// <param name="options">What is there.</param>
/// <param name="baseAddress">Where it is.</param>
internal sealed class ChatDialect(GlmClientOptions options, Uri baseAddress)
{
    // The Coding Plan maps efforts instead of refusing them (protocol sheet 2.4).
    private readonly bool _mapsThinking = baseAddress.AbsolutePath.Contains("/coding/", StringComparison.Ordinal);

    /// <summary>The body of a request.</summary>
    /// <exception cref="ArgumentException">What is at the base address would refuse it; the message names the field.</exception>
    public ReadOnlyMemory<byte> Write(GlmChatRequest request, bool stream)
    {
        if (options.Compatibility.IsLocal)
        {
            return ChatRequestWriter.Write(LocalRequest.Of(request, options.Compatibility, stream), stream);
        }

        RequestRules.ThrowIfBroken(request, options.Models, _mapsThinking);
        return ChatRequestWriter.Write(request, stream);
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
