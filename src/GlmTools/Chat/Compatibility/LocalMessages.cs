using System.Buffers;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>
/// The messages of a request in the form a local server takes. A conversation holds them in the form of the service; they are read and
/// written anew for each request, but only where the forms differ.
/// </summary>
internal static class LocalMessages
{
    private const string NoThink = "/nothink";

    public static IReadOnlyList<ReadOnlyMemory<byte>> Of(GlmChatRequest request, GlmCompatibility compatibility, bool suffix)
    {
        var encoded = new List<ReadOnlyMemory<byte>>(request.EncodedMessages);
        encoded.AddRange(request.Messages.Select(ChatMessageWriter.Encode));
        if (!suffix && !compatibility.ArgumentsAsObjects && !encoded.Exists(HasImage))
        {
            return encoded;
        }

        List<GlmChatMessage> messages = [.. encoded.SelectMany(Read)];
        var last = suffix ? messages.FindLastIndex(static message => message.Role == GlmChatRole.User) : -1;
        return [.. messages.Select((message, i) => Encode(Local(message, i == last), compatibility.ArgumentsAsObjects))];
    }

    // An image of the service is bare base64; the dialect wants the data: URL.
    private static bool HasImage(ReadOnlyMemory<byte> messages) => messages.Span.IndexOf("image_url"u8) >= 0;

    private static List<GlmChatMessage> Read(ReadOnlyMemory<byte> messages)
    {
        byte[] utf8 = [(byte)'[', .. messages.Span, (byte)']'];
        var json = new Utf8JsonReader(utf8);
        json.Read();
        var read = new List<GlmChatMessage>();
        while (json.NextElement())
        {
            read.Add(ChatMessageReader.Read(ref json, utf8));
        }

        return read;
    }

    private static GlmChatMessage Local(GlmChatMessage message, bool suffix)
    {
        if (message.Parts.Count == 0)
        {
            return suffix ? message with { Content = message.Content + NoThink } : message;
        }

        var parts = message.Parts.Select(Local);
        return message with { Parts = [.. suffix ? parts.Append(NoThink) : parts] };
    }

    private static GlmContentPart Local(GlmContentPart part)
        => part is GlmImagePart { Bytes: { IsEmpty: false } bytes }
            ? new GlmUnknownPart(JsonElement.Parse($$$"""{"type":"image_url","image_url":{"url":"data:{{{MediaType.OfImage(bytes.Span) ?? "image/png"}}};base64,{{{Convert.ToBase64String(bytes.Span)}}}"}}"""))
            : part;

    private static ReadOnlyMemory<byte> Encode(GlmChatMessage message, bool argumentsAsObjects)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, ToolJson.Compact);
        ChatMessageWriter.Write(json, message, argumentsAsObjects);
        json.Flush();
        return output.WrittenMemory;
    }
}
