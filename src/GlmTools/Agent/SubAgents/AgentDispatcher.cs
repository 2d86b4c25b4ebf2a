using System.Text;
using System.Text.RegularExpressions;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>An agent as a tool of other agents: by hand what the generator writes for a method <c>RunAsync(string task)</c>.</summary>
internal sealed partial class AgentDispatcher : GlmToolDispatcher
{
    private readonly GlmAgent _agent;
    private readonly GlmToolPolicy _policy;
    private readonly byte[] _definition;
    private readonly int[] _ends;
    private readonly int[] _estimatedTokens;

    public AgentDispatcher(GlmAgent agent, string name, string description, GlmToolPolicy policy)
    {
        if (!Name().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no name the service takes: 1 to 64 characters out of a-z A-Z 0-9 _ -.", nameof(name));
        }

        _agent = agent;
        _policy = policy;
        _definition = Define(name, description);
        _ends = [_definition.Length];

        // Some four bytes of JSON make a token.
        _estimatedTokens = [(_definition.Length + 3) / 4];
    }

    protected override ReadOnlySpan<byte> Definitions => _definition;

    protected override ReadOnlySpan<int> Ends => _ends;

    protected override ReadOnlySpan<int> EstimatedTokens => _estimatedTokens;

    public override GlmToolPolicy Policy(int index) => _policy;

    public override async ValueTask InvokeAsync(int index, GlmToolInvocation call)
    {
        var reader = new ArgumentReader(call);
        string task = null!;
        var scope = default(ObjectScope);
        while (reader.NextMember("task"u8, required: 0x1, ref scope))
        {
            if (scope.Current == 0)
            {
                task = reader.ReadString();
            }
        }

        if (!call.Bind(ref reader))
        {
            return;
        }

        call.LimitResult(_policy.MaxResultLength);
        call.Return(await RunAsync(task, call.Context, call.CancellationToken).ConfigureAwait(false));
    }

    private async Task<string> RunAsync(string task, GlmToolContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(task))
        {
            throw new GlmToolException("the task is empty");
        }

        var parent = context.Run;
        var start = new RunStart(_agent, new GlmConversation()) { Prompt = GlmChatMessage.User(task), Parent = parent };
        Action<GlmRunEvent>? listener = parent?.Listener is not { } tell ? null : e => tell(new GlmSubAgentEvent(context.CallId, e));
        var run = await start.ExecuteAsync(streaming: listener is not null, listener, cancellationToken).ConfigureAwait(false);
        return run.StopReason switch
        {
            GlmStopReason.Answered => run.Text,
            GlmStopReason.ApprovalNeeded => throw new GlmToolException($"it needs the approval of a person for {run.PendingApprovals[0].ToolName}, and there is nobody to ask"),
            _ when run.Text.Length > 0 => $"{run.Text}\n(It stopped early: {run.StopReason}.)",
            _ => throw new GlmToolException($"it stopped without an answer: {run.StopReason}"),
        };
    }

    // Only the description is anybody's text.
    private static byte[] Define(string name, string description) => Encoding.UTF8.GetBytes(
        $$$$"""
        {"type":"function","function":{"name":"{{{{name}}}}","description":{{{{ToolJson.Text(json => json.WriteStringValue(description))}}}},"parameters":{"type":"object","properties":{"task":{"type":"string","description":"What it is to do, with all it needs to know: it sees nothing else of this conversation."}},"required":["task"]}}}
        """);

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
