using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Turns what a user says into a message of the wire.</summary>
internal static class UserWriting
{
    /// <exception cref="ArgumentException">It holds what GLM cannot be told.</exception>
    public static GlmChatMessage Write(ChatMessage message, string place)
    {
        var parts = message.Contents.Select(content => Part(content, place)).OfType<GlmContentPart>().ToList();
        return parts.TrueForAll(static part => part is GlmTextPart) ? GlmChatMessage.User(message.Text) : GlmChatMessage.User(parts);
    }

    private static GlmContentPart? Part(AIContent content, string place) => content switch
    {
        TextContent text => new GlmTextPart(text.Text),
        DataContent { Data.IsEmpty: true } => throw new ArgumentException($"{place} holds a {nameof(DataContent)} with nothing in it.", "messages"),
        DataContent data => Part(data),
        UriContent { Uri.Scheme: not ("http" or "https" or "data") } => throw new ArgumentException($"{place} holds a {nameof(UriContent)} that is no http or https URL; a file of this machine goes as {nameof(DataContent)}.", "messages"),
        UriContent link => Part(link),
        HostedFileContent file => GlmFilePart.FromId(file.FileId) with { FileName = file.Name },
        FunctionResultContent or ToolApprovalResponseContent => null,
        _ => throw new ArgumentException($"{place} holds a {content.GetType().Name}, which GLM cannot be told.", "messages"),
    };

    private static GlmContentPart Part(DataContent data) => data.MediaType switch
    {
        _ when data.HasTopLevelMediaType("image") => new GlmImagePart(data.Data),
        "audio/wav" or "audio/x-wav" or "audio/wave" => new GlmAudioPart(data.Data, "wav"),
        "audio/mpeg" or "audio/mp3" => new GlmAudioPart(data.Data, "mp3"),
        _ => GlmFilePart.FromBytes(data.Data, data.MediaType, data.Name ?? "file"),
    };

    private static GlmContentPart Part(UriContent link) => link switch
    {
        _ when link.HasTopLevelMediaType("image") => new GlmImagePart(link.Uri.AbsoluteUri),
        _ when link.HasTopLevelMediaType("video") => new GlmVideoPart(link.Uri.AbsoluteUri),
        _ => GlmFilePart.FromUrl(link.Uri.AbsoluteUri),
    };
}
