using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>A place in a schema that values are followed along.</summary>
internal readonly struct SchemaPlace
{
    private readonly JsonElement _root;
    private readonly JsonElement _schema;

    public SchemaPlace(JsonElement root)
        : this(root, root)
    {
    }

    private SchemaPlace(JsonElement root, JsonElement schema) => (_root, _schema) = (root, schema);

    /// <summary>The default of a value that does not come, or <see langword="null"/>.</summary>
    public JsonElement? Default => Keyword("default"u8);

    /// <summary>The place of a member.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The object it is in, which tells the cases of a union apart.</param>
    public SchemaPlace Member(string name, JsonElement value)
    {
        var schema = Resolve(_root, _schema) ?? default;
        if (new SchemaPlace(_root, schema).Keyword("anyOf"u8) is { } cases)
        {
            schema = cases.EnumerateArray().FirstOrDefault(item => IsOf(item, value));
        }

        return new(_root, new SchemaPlace(_root, schema).Keyword("properties"u8) is { } members && members.TryGetProperty(name, out var member) ? member : default);
    }

    /// <summary>The schema that a reference stands for; <see langword="null"/> where it leads nowhere.</summary>
    /// <param name="root">The schema as a whole.</param>
    /// <param name="schema">A schema in it, which may be a reference.</param>
    public static JsonElement? Resolve(JsonElement root, JsonElement schema)
    {
        const string Definitions = "#/$defs/";
        if (new SchemaPlace(root, schema).Keyword("$ref"u8) is not { } reference)
        {
            return schema;
        }

        return reference.GetString() is { } path && path.StartsWith(Definitions, StringComparison.Ordinal)
            && root.TryGetProperty("$defs"u8, out var definitions)
            && definitions.TryGetProperty(path[Definitions.Length..], out var definition) ? definition : null;
    }

    private JsonElement? Keyword(ReadOnlySpan<byte> name)
        => _schema.ValueKind == JsonValueKind.Object && _schema.TryGetProperty(name, out var value) ? value : null;

    // The first member of a case is the one that tells it from the others, and has one value.
    private static bool IsOf(JsonElement item, JsonElement value)
        => item.GetProperty("properties"u8).EnumerateObject().FirstOrDefault() is { Value.ValueKind: JsonValueKind.Object } first
            && first.Value.TryGetProperty("enum"u8, out var names)
            && value.TryGetProperty(first.Name, out var name)
            && name.ValueEquals(names[0].GetString());
}
