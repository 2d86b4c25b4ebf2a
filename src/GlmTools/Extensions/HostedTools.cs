using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>The tools of Microsoft.Extensions.AI that a service runs itself, as those of GLM.</summary>
internal static class HostedTools
{
    /// <summary>The key of <see cref="AITool.AdditionalProperties"/> that names another search engine.</summary>
    private const string SearchEngine = "search_engine";

    /// <summary>The service wants an engine to be named (protocol sheet 2.5); this is the plainest.</summary>
    private const string StandardEngine = "search_std";

    /// <returns>The tool; <see langword="null"/> for one that is no tool of a service.</returns>
    /// <exception cref="ArgumentException">GLM has no such tool, or not in that way.</exception>
    public static GlmServerTool? ToGlm(AITool tool) => tool switch
    {
        AIFunctionDeclaration => null,
        HostedWebSearchTool search => new GlmWebSearchTool(search.AdditionalProperties.TryGetValue(SearchEngine, out var engine) && engine is string name ? name : StandardEngine),
        HostedMcpServerTool { ApprovalMode: not (null or HostedMcpServerToolNeverRequireApprovalMode) } guarded
            => throw new ArgumentException($"ChatOptions.Tools: '{guarded.ServerName}' needs approval, but the service calls MCP servers without asking anybody.", "options"),
        HostedMcpServerTool server => new GlmMcpTool(server.ServerName)
        {
            ServerUrl = string.IsNullOrEmpty(server.ServerAddress) ? null : server.ServerAddress,
            AllowedTools = server.AllowedTools is { Count: > 0 } allowed ? [.. allowed] : null,
            Headers = server.Headers is { Count: > 0 } headers ? new Dictionary<string, string>(headers) : null,
        },
        null => throw new ArgumentException("ChatOptions.Tools holds null.", "options"),
        _ => throw new ArgumentException($"ChatOptions.Tools: GLM cannot be told about a {tool.GetType().Name}; give it functions, a web search or MCP servers, and what only GLM has by GlmChatSettings.ServerTools, which ChatOptions.RawRepresentationFactory may return.", "options"),
    };
}
