using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Http;

namespace GlmTools.Emulator.Platform;

/// <summary>All that the platform has beside the chat (protocol sheet 7, 8). Its state lives as long as the emulator.</summary>
internal sealed class PlatformApis(GlmEmulatorOptions options, ChatCompletions chat)
{
    private readonly TaskStore _tasks = new(options.PollsUntilDone);
    private readonly Embeddings _embeddings = new();
    private readonly MediaStore _media = new();
    private readonly FileStore _files = new(options.TimeProvider);

    /// <summary>What the platform made, for whoever has its address.</summary>
    public Api Media => _media.Api;

    /// <summary>What answers the lines of a batch.</summary>
    private Dictionary<string, Func<ReadOnlyMemory<byte>, WireResponse>> BatchTargets => new()
    {
        ["/v4/chat/completions"] = chat.Answer,
        ["/v4/embeddings"] = _embeddings.Answer,
    };

    public IEnumerable<Endpoint> Endpoints =>
    [
        .. new AsyncChat(chat, _tasks).Endpoints,
        .. _tasks.Endpoints,
        .. _embeddings.Endpoints,
        .. _files.Endpoints,
        .. new ModelList(options).Endpoints,
        .. new BatchStore(_files, BatchTargets, options).Endpoints,
        .. new Images(_media, _tasks, options.TimeProvider).Endpoints,
        .. new Videos(_media, _tasks).Endpoints,
        .. Tokenizer.Endpoints,
        .. WebSearch.Endpoints,
        .. Rerank.Endpoints,
        .. Moderation.Endpoints,
        .. new Speech(options.TimeProvider).Endpoints,
    ];
}
