namespace GlmTools;

/// <summary>Lets the service call the tools of an MCP server (protocol sheet 2.5). Only the service talks to that server.</summary>
/// <param name="ServerLabel">A name for the server; without a URL, the name of one that is built into the service.</param>
public sealed record GlmMcpTool(string ServerLabel) : GlmServerTool
{
    /// <inheritdoc/>
    public override string Type => "mcp";

    /// <summary>Where the server is; <see langword="null"/> (the default) for one that is built into the service.</summary>
    public string? ServerUrl { get; init; }

    /// <summary><c>sse</c> or <c>streamable-http</c>; the latter is the service's default.</summary>
    public string? TransportType { get; init; }

    /// <summary>The only tools it may call; all of them where it is left out.</summary>
    public IReadOnlyList<string>? AllowedTools { get; init; }

    /// <summary>Headers for the server. They are sent to the service, and never part of a log or of <see cref="ToString"/>: keys are put there.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The label: neither the headers nor the URL, which may hold a key as well.</summary>
    public override string ToString() => $"{nameof(GlmMcpTool)} {{ ServerLabel = {ServerLabel} }}";
}
