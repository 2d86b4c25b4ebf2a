using System.Text.Json;

namespace GlmTools.Testing;

/// <summary>A place in a schema as the model sees it, references followed.</summary>
internal sealed class SchemaNode
{
    private const string Definitions = "#/$defs/";

    private readonly JsonElement _root;
    private readonly JsonElement _schema;
    private readonly Dictionary<string, SchemaNode?> _inner = [];

    public SchemaNode(JsonElement root)
        : this(root, root)
    {
    }

    private SchemaNode(JsonElement root, JsonElement schema)
    {
        _root = root;
        Reference = schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref"u8, out var reference) ? reference.GetString() : null;
        _schema = Reference is null ? schema : root.GetProperty("$defs"u8).GetProperty(Reference[Definitions.Length..]);
    }

    /// <summary>The definition it stands for, or <see langword="null"/> where it says all itself.</summary>
    public string? Reference { get; }

    /// <summary>The kind of value; <see langword="null"/> for any.</summary>
    public string? Type => this["type"]?.GetString();

    /// <summary>The keywords it has.</summary>
    public IEnumerable<string> Keywords => _schema.EnumerateObject().Select(static keyword => keyword.Name);

    /// <summary>The members it knows.</summary>
    public IReadOnlyList<(string Name, SchemaNode Schema)> Members
        => field ??= this["properties"] is { } members ? [.. members.EnumerateObject().Select(member => (member.Name, new SchemaNode(_root, member.Value)))] : [];

    /// <summary>The members that have to come.</summary>
    public IReadOnlyList<string> Required => field ??= this["required"] is { } names ? [.. names.EnumerateArray().Select(static name => name.GetString()!)] : [];

    /// <summary>The cases of a union.</summary>
    public IReadOnlyList<SchemaNode> Cases => field ??= this["anyOf"] is { } cases ? [.. cases.EnumerateArray().Select(item => new SchemaNode(_root, item))] : [];

    /// <summary>The only values there are; none where there are others.</summary>
    public IReadOnlyList<JsonElement> Values
        => field ??= this["enum"] is { } values ? [.. values.EnumerateArray()] : this["const"] is { } value ? [value] : [];

    /// <summary>A keyword, or <see langword="null"/>.</summary>
    public JsonElement? this[string keyword] => _schema.ValueKind == JsonValueKind.Object && _schema.TryGetProperty(keyword, out var value) ? value : null;

    /// <summary>The schema a keyword holds; <see langword="null"/> where it holds none.</summary>
    public SchemaNode? Inner(string keyword)
    {
        if (!_inner.TryGetValue(keyword, out var known))
        {
            known = this[keyword] is { ValueKind: JsonValueKind.Object } inner ? new(_root, inner) : null;
            _inner.Add(keyword, known);
        }

        return known;
    }

    /// <summary>A keyword that counts, or <see langword="null"/>.</summary>
    public int? Count(string keyword) => this[keyword]?.GetInt32();

    /// <summary>A keyword that is a number, or <see langword="null"/>.</summary>
    public ExactNumber? Number(string keyword) => this[keyword] is { } value ? ExactNumber.Parse(value.GetRawText()) : null;
}
