using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns what a user says on the wire into contents of Microsoft.Extensions.AI.</summary>
internal static class UserReading
{
    private const string AnyImage = "image/*";
    private const string AnyVideo = "video/*";
    private const string AnyFile = "application/octet-stream";

    public static ChatMessage Read(GlmChatMessage message)
        => message.Parts.Count == 0 ? new(ChatRole.User, message.Content) : new(ChatRole.User, [.. message.Parts.Select(Content)]);

    private static AIContent Content(GlmContentPart part) => part switch
    {
        GlmTextPart text => new TextContent(text.Text),
        GlmImagePart { Url: { } url } => new UriContent(url, AnyImage),
        GlmImagePart image => new DataContent(image.Bytes, MediaType.OfImage(image.Bytes.Span) ?? AnyImage),
        GlmVideoPart video => new UriContent(video.Url, AnyVideo),
        GlmAudioPart audio => new DataContent(audio.Bytes, audio.Format == "wav" ? "audio/wav" : "audio/mpeg"),
        GlmFileUrlPart file => new UriContent(file.Url, AnyFile),
        GlmFilePart { FileId: { } id } file => new HostedFileContent(id) { Name = file.FileName },
        GlmFilePart { Url: { } url } => new UriContent(url, AnyFile),
        GlmFilePart file => new DataContent(file.Bytes, file.MediaType!) { Name = file.FileName },
        _ => new TextContent(part is GlmUnknownPart unknown ? unknown.Json.GetRawText() : part.Type),
    };
}
