using System.CommandLine;
using GlmTools.Cli.Conversing;
using GlmTools.Cli.Options;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools chat</c>: a chat with a model that may call the tools; it reads a pipe as well as a keyboard.</summary>
internal sealed class ChatCommand : Command
{
    public ChatCommand(Shell shell)
        : base("chat", "Chat with a model that may call your tools. /help lists what else it takes.")
    {
        var agent = new AgentInput(this, shell);
        var json = new JsonOption { Description = "Print each answer as a line of JSON, for programs." };
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var isJson = parsed.GetValue(json);
            var prompt = new ApprovalPrompt(shell, isJson ? shell.Error : shell.Out);
            var session = await agent.StartAsync(parsed, prompt.AskAsync, handler: null, cancellationToken).ConfigureAwait(false);
            await using var _ = session.ConfigureAwait(false);
            return await new ChatLoop(session.Agent, shell, isJson).RunAsync(cancellationToken).ConfigureAwait(false);
        });
    }
}
