using System.Text.Json;

namespace GlmTools;

/// <summary>Content of a kind this version does not know, such as <c>quote_result</c>: it is kept as it came.</summary>
/// <param name="Type">The kind; empty where it did not come.</param>
/// <param name="Content">The content.</param>
public sealed record QingYanOtherContent(string Type, JsonElement Content) : QingYanContent;
