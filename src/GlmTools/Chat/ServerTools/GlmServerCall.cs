using System.Text.Json;

namespace GlmTools;

/// <summary>
/// What the service tells of a tool it runs itself, whole or a piece of it in a stream (protocol sheet 4.4). It is information:
/// nothing is to be executed, and nothing to be answered.
/// </summary>
/// <param name="Type">The kind of tool, such as <c>code_interpreter</c>.</param>
public sealed record GlmServerCall(string Type)
{
    /// <summary>The call's id; pieces that bring results have none.</summary>
    public string? Id { get; init; }

    /// <summary>The next piece of what goes into the tool: code, a query, a description. <see langword="null"/> where there is none.</summary>
    public string? Input { get; init; }

    /// <summary>What came out of it.</summary>
    public IReadOnlyList<GlmServerOutput> Outputs { get => field ?? []; init; }

    /// <summary>What an MCP server was asked; <see langword="null"/> for every other kind.</summary>
    public GlmMcpCall? Mcp { get; init; }

    /// <summary>All that came under the tool's name; undefined where nothing did.</summary>
    public JsonElement Json { get; init; }
}
