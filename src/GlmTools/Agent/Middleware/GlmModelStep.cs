namespace GlmTools;

/// <summary>Asks the model, or surrounds another step that does.</summary>
/// <param name="call">The request.</param>
/// <param name="cancellationToken">Cancels it.</param>
/// <returns>The answer, chunk by chunk.</returns>
public delegate IAsyncEnumerable<GlmChatChunk> GlmModelStep(GlmModelCall call, CancellationToken cancellationToken);
