using Microsoft.Extensions.AI;

namespace GlmTools.Hosting;

/// <summary>How an agent of the host is made. The section <c>Glm:Agents:{name}</c> of the configuration sets it first.</summary>
public sealed class GlmHostedAgentOptions
{
    /// <summary>The model, such as <c>glm-4.6</c>. Has to be set, unless <see cref="ChatClient"/> names one itself.</summary>
    public string? Model { get; set; }

    /// <summary>The name of the <see cref="GlmClient"/> the agent asks, as <c>AddKeyedGlm</c> gave it; <see langword="null"/> (the default) for the one without.</summary>
    public string? Client { get; set; }

    /// <summary>What the agent asks instead of a <see cref="GlmClient"/>; <see langword="null"/> (the default) for that one.</summary>
    public IChatClient? ChatClient { get; set; }

    /// <summary>
    /// How the agent behaves. What it leaves open the host fills in: the name, the services, the logger, and an
    /// <see cref="IGlmConversationStore"/> and a <see cref="TimeProvider"/> where they are registered.
    /// </summary>
    public GlmAgentOptions Options { get; set; } = new();

    /// <summary>What is wrong with the configuration.</summary>
    internal List<string> Problems { get; } = [];
}
