namespace GlmTools;

/// <summary>
/// How a conversation is made shorter: before a turn if the last one took more tokens than <see cref="AboveTokens"/>, and when
/// the model says that the conversation no longer fits. The instructions of the agent are not part of it.
/// </summary>
/// <param name="Compact">
/// Gets the groups of messages so far and gives back the ones to go on with, in order: some of them, and new ones such as a
/// summary. The last user message has to be among them.
/// </param>
public sealed record GlmCompaction(Func<IReadOnlyList<GlmMessageGroup>, CancellationToken, ValueTask<IReadOnlyList<GlmMessageGroup>>> Compact)
{
    /// <summary>The size of the last turn, prompt and answer, above which the conversation is compacted, in tokens. Default: only when it no longer fits.</summary>
    public long AboveTokens { get; init; } = long.MaxValue;

    /// <summary>Keeps what is from the system, the last user message and the last groups, and leaves out the others.</summary>
    /// <param name="groups">How many groups to keep, 1 or more.</param>
    public static GlmCompaction KeepLast(int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        return new((all, _) =>
        {
            var question = all.LastOrDefault(static group => group.Role == GlmChatRole.User);
            return new([.. all.Where((group, i) => group.Role == GlmChatRole.System || group == question || i >= all.Count - groups)]);
        });
    }

    internal async ValueTask<IReadOnlyList<GlmChatMessage>> ShortenAsync(IReadOnlyList<GlmChatMessage> messages, CancellationToken cancellationToken)
    {
        var groups = await Compact(GlmMessageGroup.Split(messages), cancellationToken).ConfigureAwait(false);
        if (!groups.Any(static group => group.Role == GlmChatRole.User))
        {
            throw new GlmException("The compaction left out every user message, and the service takes no conversation without one: keep at least the last.");
        }

        GlmChatMessage[] shorter = [.. groups.SelectMany(static group => group.Messages)];
        return Transcript.Refusal(shorter) is { } refusal
            ? throw new GlmException($"The compaction made a conversation the service would refuse: {refusal} Give back each group once, in order.")
            : shorter;
    }
}
