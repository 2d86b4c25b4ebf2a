namespace GlmTools.Tests;

/// <summary>The question most tests ask, and how they take the answer.</summary>
internal static class Ask
{
    public static readonly GlmChatRequest Hello = new() { Model = "glm-4-flash", Messages = [GlmChatMessage.User("hello")] };

    public static Task<GlmChatCompletion> CompleteAsync(this GlmClient client, CancellationToken cancellationToken = default)
        => client.Chat.CompleteAsync(Hello, cancellationToken);

    public static async Task<List<GlmChatChunk>> StreamAsync(this GlmClient client, CancellationToken cancellationToken = default)
    {
        var chunks = new List<GlmChatChunk>();
        await foreach (var chunk in client.Chat.StreamAsync(Hello, cancellationToken))
        {
            chunks.Add(chunk);
        }

        return chunks;
    }

    public static string Text(this IEnumerable<GlmChatChunk> chunks) => string.Concat(chunks.Select(static chunk => chunk.Delta.Content));
}
