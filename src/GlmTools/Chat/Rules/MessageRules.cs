namespace GlmTools;

/// <summary>What the service takes as messages, whatever the model (protocol sheet 3). Those of a conversation are encoded already and not looked into again.</summary>
internal static class MessageRules
{
    private const int MaxImageBytes = 5 * 1024 * 1024;
    private const int MaxFileBytes = 50 * 1024 * 1024;
    private const int MaxFiles = 50;

    public static void ThrowIfBroken(GlmChatRequest request)
    {
        var hasUser = request.EncodedMessages.Count > 0;
        for (var i = 0; i < request.Messages.Count; i++)
        {
            var message = request.Messages[i];
            hasUser |= message.Role == GlmChatRole.User;
            if (message.Parts.Count > 0)
            {
                ThrowIfBroken(message, $"messages[{i}]");
            }
        }

        if (!hasUser)
        {
            throw RequestRules.Broken("messages has no message from the user; the service takes none without one.");
        }
    }

    /// <summary>Checks a message that has parts.</summary>
    public static void ThrowIfBroken(GlmChatMessage message, string place)
    {
        if (message.Role != GlmChatRole.User)
        {
            throw RequestRules.Broken($"{place} has parts; only a user message has.");
        }

        if (message.Content is not null)
        {
            throw RequestRules.Broken($"{place} has a content and parts: put the text into a part.");
        }

        for (var i = 0; i < message.Parts.Count; i++)
        {
            ThrowIfBroken(message.Parts[i], $"{place}.content[{i}]");
        }

        var files = message.Parts.Count(static part => part is GlmFilePart or GlmFileUrlPart);
        if (files > MaxFiles)
        {
            throw RequestRules.Broken($"{place} has {files} files; the service takes {MaxFiles}.");
        }

        if (message.Parts.Any(static part => part is GlmFileUrlPart) && message.Parts.Any(static part => part is GlmImagePart or GlmVideoPart))
        {
            throw RequestRules.Broken($"{place} has a file_url beside images or videos, which the service does not take together; send two messages.");
        }
    }

    private static void ThrowIfBroken(GlmContentPart part, string place)
    {
        switch (part)
        {
            case GlmImagePart { Bytes: { Length: > MaxImageBytes } bytes }:
                throw TooLong(place, "an image", bytes.Length, MaxImageBytes);
            case GlmFilePart { Bytes: { Length: > MaxFileBytes } bytes }:
                throw TooLong(place, "a file", bytes.Length, MaxFileBytes);
            case GlmImagePart { Bytes: { IsEmpty: false } bytes } when MediaType.OfImage(bytes.Span) is not ("image/png" or "image/jpeg"):
                throw RequestRules.Broken($"{place} is not a JPEG or PNG image, and the service takes no other.");
        }
    }

    private static ArgumentException TooLong(string place, string what, int length, int most)
        => RequestRules.Broken($"{place} is {what} of {length} bytes; the service takes {most}. Send a smaller one, or its URL.");
}
