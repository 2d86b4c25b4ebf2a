using GlmTools.Cli.Loading;

namespace GlmTools.Cli.Conversing;

/// <summary>An agent with the tools a command was pointed at, the service it talks to, and the objects of its tools.</summary>
internal sealed class AgentSession(GlmAgent agent, ModelService service, ToolObjects? objects) : IAsyncDisposable
{
    public GlmAgent Agent => agent;

    /// <summary>Whether the embedded emulator answers.</summary>
    public bool IsOffline => service.IsOffline;

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync().ConfigureAwait(false);
        if (objects is not null)
        {
            await objects.DisposeAsync().ConfigureAwait(false);
        }
    }
}
