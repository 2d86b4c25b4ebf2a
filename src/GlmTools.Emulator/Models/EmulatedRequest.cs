using System.Text.Json;

namespace GlmTools.Emulator;

/// <summary>A chat completion request that the service accepted, as the emulated model sees it.</summary>
public sealed record EmulatedRequest
{
    /// <summary>The <c>model</c> asked for.</summary>
    public required string Model { get; init; }

    /// <summary>The <c>messages</c>, oldest first.</summary>
    public required IReadOnlyList<EmulatedMessage> Messages { get; init; }

    /// <summary>The names of the declared function tools, in the order sent; empty without <c>tools</c>.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];

    /// <summary>The <c>parameters</c> schema of each declared function tool, by its name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Schemas { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Whether the answer goes out as server-sent events (<c>stream</c>).</summary>
    public bool Stream { get; init; }

    /// <summary>Whether tool arguments go out in fragments (<c>tool_stream</c>). Means something only with <see cref="Stream"/>.</summary>
    public bool ToolStream { get; init; }

    /// <summary>How many accepted requests came before this one.</summary>
    public int PreviousRequests { get; init; }

    /// <summary>The names of the parameters a function tool declares; none for an unknown tool.</summary>
    internal IEnumerable<string> ParametersOf(string tool)
        => Schemas.TryGetValue(tool, out var schema) && schema.TryGetProperty("properties", out var properties) && properties.ValueKind is JsonValueKind.Object
            ? properties.EnumerateObject().Select(static property => property.Name)
            : [];
}
