namespace GlmTools.Generators.Model;

/// <summary>JSON of any kind, asked for by name: <c>JsonElement</c>, <c>JsonNode</c>.</summary>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="JsonType">The kind, or <see langword="null"/> for any.</param>
/// <param name="Read">The method of the reader that reads it.</param>
internal sealed record AnythingModel(string CSharp, string? JsonType, string Read) : TypeModel(CSharp);
