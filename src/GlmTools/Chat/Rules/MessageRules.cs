namespace GlmTools;

/// <summary>What the service takes as messages, whatever the model (protocol sheet 3).</summary>
internal static class MessageRules
{
    private const int MaxImageBytes = 5 * 1024 * 1024;
    private const int MaxFileBytes = 50 * 1024 * 1024;
    private const int MaxFiles = 50;

    /// <summary>Refuses messages that are none. Those of a conversation went through this when they were added.</summary>
    public static void ThrowIfBroken(GlmChatRequest request)
    {
        var hasUser = request.EncodedMessages.Count > 0;
        for (var i = 0; i < request.Messages.Count; i++)
        {
            var message = request.Messages[i];
            hasUser |= message.Role == GlmChatRole.User;
            if (message.Parts.Count > 0)
            {
                ThrowIfMisplaced(message, $"messages[{i}]");
            }
        }

        if (!hasUser)
        {
            throw RequestRules.Broken("messages has no message from the user; the service takes none without one.");
        }
    }

    /// <summary>Refuses a message with parts that no model takes.</summary>
    public static void ThrowIfBroken(GlmChatMessage message, string place)
    {
        ThrowIfMisplaced(message, place);
        ThrowIfBroken(new ContentOutline([.. message.Parts.Select(PartOutline.Of)], () => place));
    }

    /// <summary>Refuses parts that no model takes.</summary>
    public static void ThrowIfBroken(ContentOutline content)
    {
        for (var i = 0; i < content.Parts.Count; i++)
        {
            ThrowIfBroken(content.Parts[i], content, i);
        }

        var files = content.Parts.Count(static part => part.IsFile);
        if (files > MaxFiles)
        {
            throw RequestRules.Broken($"{content.Place} has {files} files; the service takes {MaxFiles}.");
        }

        if (content.Parts.Any(static part => part.Type == "file_url") && content.Parts.Any(static part => part.IsImage || part.IsVideo))
        {
            throw RequestRules.Broken($"{content.Place} has a file_url beside images or videos, which the service does not take together; send two messages.");
        }
    }

    private static void ThrowIfMisplaced(GlmChatMessage message, string place)
    {
        if (message.Role != GlmChatRole.User)
        {
            throw RequestRules.Broken($"{place} has parts; only a user message has.");
        }

        if (message.Content is not null)
        {
            throw RequestRules.Broken($"{place} has a content and parts: put the text into a part.");
        }
    }

    private static void ThrowIfBroken(PartOutline part, ContentOutline content, int at)
    {
        if (part.IsImage && part.Length > MaxImageBytes)
        {
            throw TooLong($"{content.Place}.content[{at}]", "an image", part.Length, MaxImageBytes);
        }

        if (part.IsFile && part.Length > MaxFileBytes)
        {
            throw TooLong($"{content.Place}.content[{at}]", "a file", part.Length, MaxFileBytes);
        }

        if (part is { IsImage: true, Length: > 0, ImageType: not ("image/png" or "image/jpeg") })
        {
            throw RequestRules.Broken($"{content.Place}.content[{at}] is not a JPEG or PNG image, and the service takes no other.");
        }
    }

    private static ArgumentException TooLong(string place, string what, int length, int most)
        => RequestRules.Broken($"{place} is {what} of {length} bytes; the service takes {most}. Send a smaller one, or its URL.");
}
