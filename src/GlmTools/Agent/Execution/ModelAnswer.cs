namespace GlmTools;

/// <summary>An answer of the model while it arrives, put together from its chunks.</summary>
internal sealed class ModelAnswer
{
    private PieceText _content;
    private PieceText _reasoning;
    private ToolCallAccumulator? _calls;

    /// <summary>Whether anything of it has arrived.</summary>
    public bool HasBegun { get; private set; }

    public string? Id { get; private set; }

    /// <summary>The model that answers, as it names itself; <see langword="null"/> where it does not.</summary>
    public string? Model { get; private set; }

    public GlmFinishReason? FinishReason { get; private set; }

    public GlmUsage Usage { get; private set; }

    /// <summary>The text exactly as it came; <see langword="null"/> where none did.</summary>
    public string? Content => _content.Text;

    /// <inheritdoc cref="GlmChatMessage.ReasoningContent"/>
    public string? Reasoning => _reasoning.Text;

    /// <summary>The calls; only to be asked for when the answer has ended.</summary>
    public IReadOnlyList<GlmToolCall> Calls { get => field ??= _calls?.Complete() ?? []; private set; }

    /// <summary>Whether it holds neither text nor calls, once it has ended.</summary>
    public bool IsEmpty => Calls.Count == 0 && string.IsNullOrWhiteSpace(Content);

    /// <summary>A whole answer as the only chunk of a stream, so that both kinds take one way.</summary>
    public static GlmChatChunk ToChunk(GlmChatCompletion completion)
    {
        var choice = completion.Choices[0];
        return new()
        {
            Id = completion.Id,
            Model = completion.Model,
            Delta = new()
            {
                Content = choice.Message.Content,
                ReasoningContent = choice.Message.ReasoningContent,
                ToolCalls = [.. choice.Message.ToolCalls.Select(static (call, index) => new GlmToolCallDelta { Index = index, Id = call.Id, Name = call.Name, Arguments = call.Arguments })],
            },
            FinishReason = choice.FinishReason,
            Usage = completion.Usage,
        };
    }

    /// <summary>Takes a whole answer.</summary>
    public void Add(GlmChatCompletion completion)
    {
        var choice = completion.Choices[0];
        HasBegun = true;
        Id = completion.Id;
        Model = completion.Model;
        _reasoning.Add(choice.Message.ReasoningContent);
        _content.Add(choice.Message.Content);
        Calls = choice.Message.ToolCalls;
        FinishReason = choice.FinishReason;
        Usage = completion.Usage ?? default;
    }

    public void Add(GlmChatChunk chunk)
    {
        HasBegun = true;
        Id ??= chunk.Id;
        Model ??= chunk.Model;
        _reasoning.Add(chunk.Delta.ReasoningContent);
        _content.Add(chunk.Delta.Content);
        foreach (var piece in chunk.Delta.ToolCalls)
        {
            (_calls ??= new()).Add(piece);
        }

        FinishReason = chunk.FinishReason ?? FinishReason;
        Usage = chunk.Usage ?? Usage;
    }

    /// <summary>The next call in order, if the model has finished it while the answer is still arriving.</summary>
    /// <param name="call">The call.</param>
    public bool TryTakeFinished([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out GlmToolCall? call)
    {
        call = FinishReason is null ? _calls?.NextFinished() : null;
        return call is not null;
    }

    /// <summary>Says that the call <see cref="TryTakeFinished"/> handed out is acted upon, so that nothing can be added to it.</summary>
    public void Close() => _calls!.CloseNext();
}
