namespace GlmTools;

/// <summary>What options have to keep to.</summary>
internal static class AgentRules
{
    /// <summary>The most functions a request may declare (protocol sheet 2.5).</summary>
    private const int MaxTools = 128;

    private const int MinKeyLength = 16;

    public static void ThrowIfBroken(GlmAgentOptions options, string model, GlmToolSet tools)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxTurns, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxParallelCalls, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.ToolRetries);
        ArgumentOutOfRangeException.ThrowIfNegative(options.AnswerRetries);
        ArgumentOutOfRangeException.ThrowIfNegative(options.MaxToolCalls.GetValueOrDefault(), nameof(options.MaxToolCalls));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TokenBudget ?? 1, 1, nameof(options.TokenBudget));
        TimeLimit.ThrowIfNone(options.ToolTimeout, nameof(options.ToolTimeout));
        TimeLimit.ThrowIfNone(options.MaxDuration, nameof(options.MaxDuration));
        if (options.CostBudget is { } budget)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget, nameof(options.CostBudget));
            if (options.Prices.Find(model) is null)
            {
                throw new ArgumentException($"The price of '{model}' is not known, so nobody can say when the budget is used up: add it with GlmPriceTable.With.", nameof(options));
            }
        }

        if (options.ApprovalKey.Length is > 0 and < MinKeyLength)
        {
            throw new ArgumentException($"GlmAgentOptions.ApprovalKey is too short to be a secret; it needs {MinKeyLength} bytes or more.", nameof(options));
        }

        ThrowIfTooMany(tools);
    }

    /// <exception cref="ArgumentException">The message asks nothing, or is nobody's question.</exception>
    public static void ThrowIfNoPrompt(GlmChatMessage prompt)
    {
        if (prompt.Role != GlmChatRole.User)
        {
            throw new ArgumentException($"The prompt has the role {prompt.Role}; it has to come from the user. Other messages are added to the conversation.", nameof(prompt));
        }

        if (string.IsNullOrWhiteSpace(prompt.Content) && prompt.Parts.All(static part => part is GlmTextPart text && string.IsNullOrWhiteSpace(text.Text)))
        {
            throw new ArgumentException("The prompt is empty: there is nothing to ask the model.", nameof(prompt));
        }

        if (new Transcript().Refusal(prompt) is { } refusal)
        {
            throw new ArgumentException($"The prompt is no message of the user: {refusal}", nameof(prompt));
        }
    }

    /// <exception cref="ArgumentException">There are more tools than a request may declare.</exception>
    public static void ThrowIfTooMany(GlmToolSet tools)
    {
        if (tools.Count > MaxTools)
        {
            throw new ArgumentException($"The service takes at most {MaxTools} tools in a request, and these are {tools.Count}; choose some with GlmToolSet.Where.", nameof(tools));
        }
    }
}
