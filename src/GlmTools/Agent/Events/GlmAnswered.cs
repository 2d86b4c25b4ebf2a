namespace GlmTools;

/// <summary>The model has given the answer it was asked for.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
/// <param name="Answer">The answer.</param>
public sealed record GlmAnswered<T>(T Answer) : GlmRunEvent;
