using System.Text.Json;

namespace GlmTools;

/// <summary>What the service asked an MCP server, and what it said (protocol sheet 4.4).</summary>
public sealed record GlmMcpCall
{
    /// <summary>The id of the call.</summary>
    public string? Id { get; init; }

    /// <summary><c>mcp_list_tools</c> or <c>mcp_call</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The server's name.</summary>
    public string? ServerLabel { get; init; }

    /// <summary>Why it failed; <see langword="null"/> where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The tool that was called.</summary>
    public string? Name { get; init; }

    /// <summary>Its arguments.</summary>
    public string? Arguments { get; init; }

    /// <summary>Its result.</summary>
    public string? Output { get; init; }

    /// <summary>The tools the server has, as it describes them.</summary>
    public IReadOnlyList<JsonElement> Tools { get => field ?? []; init; }
}
