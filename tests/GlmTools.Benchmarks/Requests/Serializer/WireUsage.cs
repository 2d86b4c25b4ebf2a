namespace GlmTools.Benchmarks.Requests.Serializer;

/// <summary>What an answer took.</summary>
internal sealed record WireUsage(int PromptTokens, int CompletionTokens, int TotalTokens);
