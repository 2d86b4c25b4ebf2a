namespace GlmTools;

/// <summary>One event of a stream of server-sent events, with the lines V3 adds to them (protocol sheet 10).</summary>
/// <param name="Type">The event's type; empty where it has none.</param>
/// <param name="Id">The event's id; <see langword="null"/> where it has none.</param>
/// <param name="Data">Its data, lines joined by <c>\n</c>.</param>
/// <param name="Meta">The text of its <c>meta:</c> line; <see langword="null"/> where it has none.</param>
internal readonly record struct EventFrame(string Type, string? Id, string Data, string? Meta)
{
    /// <summary>Whether it is no event at all, but a JSON object where events were asked for: an error, as a rule.</summary>
    public bool IsBareJson { get; init; }
}
