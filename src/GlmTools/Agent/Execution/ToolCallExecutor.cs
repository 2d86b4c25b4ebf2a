using System.Runtime.CompilerServices;
using System.Text;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Executes the calls of a turn and answers each of them once, in the order received, whatever happens.</summary>
internal sealed class ToolCallExecutor(GlmToolSet tools, GlmAgentOptions options, string runId)
{
    /// <summary>More names than this help no model; the nearest one is named in any case.</summary>
    private const int MaxNames = 20;

    private const string NotStarted = "Error: the run was cancelled before the call; nothing was executed.";
    private const string NotFinished = "Error: the call was cancelled before it finished; it may or may not have had an effect.";

    private readonly SemaphoreSlim _approval = new(1, 1);

    /// <summary>Executes calls that are in the conversation already.</summary>
    /// <param name="conversation">Where the answers go.</param>
    /// <param name="calls">The calls.</param>
    /// <param name="refusal">What the model is told instead, where none of them may be executed.</param>
    /// <param name="cancellationToken">Cancels the calls; they are answered nevertheless.</param>
    public async IAsyncEnumerable<GlmRunEvent> ExecuteAsync(
        GlmConversation conversation, IReadOnlyList<GlmToolCall> calls, string? refusal, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new Task<GlmToolCallFinished>?[calls.Count];
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var atATime = calls.Any(IsDestructive) ? 1 : Math.Max(calls.Count, 1);
            for (var first = 0; first < calls.Count; first += atATime)
            {
                for (var i = first; i < first + atATime; i++)
                {
                    yield return new GlmToolCallStarted(calls[i]);
                    running[i] = ExecuteAsync(calls[i], refusal, abandon.Token);
                }

                // Cancelled calls end as well, so the wait for them needs no token of its own.
                await foreach (var finished in Task.WhenEach(running[first..(first + atATime)]!).WithCancellation(CancellationToken.None).ConfigureAwait(false))
                {
                    yield return await finished.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await abandon.CancelAsync().ConfigureAwait(false);
            for (var i = 0; i < calls.Count; i++)
            {
                var text = running[i] switch
                {
                    null => NotStarted,
                    { IsCompletedSuccessfully: true } done => (await done.ConfigureAwait(false)).Result.Text,
                    _ => NotFinished,
                };
                conversation.Append(GlmChatMessage.Tool(calls[i].Id, text));
            }
        }
    }

    private async Task<GlmToolCallFinished> ExecuteAsync(GlmToolCall call, string? refusal, CancellationToken cancellationToken)
    {
        var began = options.TimeProvider.GetTimestamp();
        var tool = tools.Find(call.Name);
        refusal ??= tool is null ? Unknown(call.Name) : await DisapprovalAsync(tool, call, cancellationToken).ConfigureAwait(false);
        var result = refusal is null ? await InvokeAsync(tool!, call, cancellationToken).ConfigureAwait(false) : GlmToolResult.Failed(refusal);
        return new(call, result, options.TimeProvider.GetElapsedTime(began));
    }

    private async Task<GlmToolResult> InvokeAsync(GlmTool tool, GlmToolCall call, CancellationToken cancellationToken)
    {
        var policy = tool.Policy;
        var gate = await ExclusiveKey.EnterAsync(policy.Exclusive, cancellationToken).ConfigureAwait(false);
        var limit = policy.Timeout ?? options.ToolTimeout;
        using var deadline = new Deadline(limit, options.TimeProvider, cancellationToken);
        try
        {
            // A method that does not look at its token must not hold up the run.
            return await InvokeAsync(tool, call, gate, deadline.Token).WaitAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsExpired)
        {
            return GlmToolResult.Failed($"Error: {tool.Name} did not finish within {limit.TotalSeconds:0.###} s and was cancelled; it may or may not have had an effect.");
        }
    }

    private async Task<GlmToolResult> InvokeAsync(GlmTool tool, GlmToolCall call, SemaphoreSlim? gate, CancellationToken cancellationToken)
    {
        try
        {
            var context = new GlmToolContext { Services = options.Services, State = options.State, RunId = runId, CallId = call.Id };
            return await tool.InvokeAsync(Encoding.UTF8.GetBytes(call.Arguments), context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate?.Release();
        }
    }

    /// <summary>What the model is told about a call nobody approves; <see langword="null"/> for one that may be executed.</summary>
    private async ValueTask<string?> DisapprovalAsync(GlmTool tool, GlmToolCall call, CancellationToken cancellationToken)
    {
        if (!tool.Policy.RequiresApproval)
        {
            return null;
        }

        if (options.Approve is not { } approve)
        {
            return $"Error: a call of {tool.Name} needs the approval of a person, and there is nobody to ask; nothing was executed.";
        }

        // Two questions at a time confuse the person who is asked.
        await _approval.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Whoever waits at a console does not look at the token.
            return await approve(call, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false)
                ? null
                : $"Error: this call of {tool.Name} was not approved; nothing was executed. Do not make the same call again.";
        }
        finally
        {
            _approval.Release();
        }
    }

    private string Unknown(string name)
    {
        var names = tools.Select(static tool => tool.Name);
        var meant = NearestName.To(name, names) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
        var listed = string.Join(", ", names.Take(MaxNames)) + (tools.Count > MaxNames ? ", ..." : "");
        return $"Error: there is no tool named \"{Excerpt.Of(name)}\"; nothing was executed.{meant} The tools are: {(listed.Length == 0 ? "none" : listed)}.";
    }

    private bool IsDestructive(GlmToolCall call) => tools.Find(call.Name)?.Policy.Effect == GlmToolEffect.Destructive;
}
