using GlmTools;

namespace Vision;

/// <summary>Asks about images, and keeps what was said, so that a later question may refer to an earlier picture.</summary>
internal sealed class Viewer(GlmClient client, string model)
{
    private readonly List<GlmChatMessage> _messages = [];

    public async Task AskAsync(string question, GlmImagePart image, CancellationToken cancellationToken)
    {
        Console.Write($"\nyou> {question} ({(image.Url is { } url ? url : $"{image.Bytes.Length} bytes")})\nglm> ");
        _messages.Add(GlmChatMessage.User(question, image));
        var answer = "";
        await foreach (var chunk in client.Chat.StreamAsync(new() { Model = model, Messages = _messages }, cancellationToken))
        {
            Console.Write(chunk.Delta.Content);
            answer += chunk.Delta.Content;
        }

        Console.WriteLine();
        _messages.Add(GlmChatMessage.Assistant(answer));
    }
}
