namespace GlmTools;

/// <summary>What an agent asks: a model of GLM, or any other one.</summary>
internal interface IAgentModel
{
    /// <summary>Who runs it, as traces name it.</summary>
    public string Provider { get; }

    /// <summary>Checks what the user says before it becomes a part of the conversation, where it would be sent again and again.</summary>
    /// <exception cref="ArgumentException">The model takes no such message; this one names the part.</exception>
    public void ThrowIfBroken(GlmChatMessage prompt);

    /// <inheritdoc cref="GlmModelStep"/>
    public IAsyncEnumerable<GlmChatChunk> AskAsync(GlmModelCall call, CancellationToken cancellationToken);

    /// <summary>Asks for a whole answer where nothing surrounds the model, so that it need not be made a chunk first.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">What the answer is added to.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public ValueTask CompleteAsync(GlmChatRequest request, ModelAnswer answer, CancellationToken cancellationToken);

    /// <summary>Waits before an answer that broke off is asked for again.</summary>
    /// <param name="failure">Why it broke off.</param>
    /// <param name="retries">How often it was asked for again already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(GlmException failure, int retries, CancellationToken cancellationToken);
}
