using GlmTools;

namespace Vision;

/// <summary>Asks about images in one conversation, so that a later question may refer to an earlier picture.</summary>
internal sealed class Viewer(GlmClient client, string model)
{
    private readonly GlmAgent _agent = new(client, model);
    private readonly GlmConversation _conversation = new();

    public async Task AskAsync(string question, GlmImagePart image, CancellationToken cancellationToken)
    {
        Console.Write($"\nyou> {question} ({(image.Url is { } url ? url : $"{image.Bytes.Length} bytes")})\nglm> ");
        await foreach (var happened in _agent.StreamAsync(GlmChatMessage.User(question, image), _conversation, cancellationToken))
        {
            if (happened is GlmTextDelta { Text: var text })
            {
                Console.Write(text);
            }
        }

        Console.WriteLine();
    }
}
