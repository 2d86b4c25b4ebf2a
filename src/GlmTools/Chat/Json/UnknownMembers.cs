using System.Collections.ObjectModel;
using System.Text.Json;

namespace GlmTools;

/// <summary>Members of an object that this version does not know. Nothing is allocated until there is one.</summary>
internal struct UnknownMembers
{
    private Dictionary<string, JsonElement>? _members;

    /// <summary>No members.</summary>
    public static IReadOnlyDictionary<string, JsonElement> None => ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>Those that came; <see langword="null"/> where none did.</summary>
    public readonly IReadOnlyDictionary<string, JsonElement>? Found => _members;

    /// <summary>Keeps the member the reader is on the name of. A null says nothing: some servers send one for all that they do not use.</summary>
    public void Add(ref Utf8JsonReader json)
    {
        var name = json;
        json.Read();
        if (json.TokenType != JsonTokenType.Null)
        {
            // The last one of a name counts, as everywhere in .NET.
            (_members ??= new(StringComparer.Ordinal))[name.GetString()!] = JsonElement.ParseValue(ref json);
        }
    }

    /// <summary>Keeps the members of another object as well; where both have one, its own counts.</summary>
    public void AddAll(UnknownMembers others)
    {
        if (others._members is null)
        {
            return;
        }

        foreach (var (name, value) in others._members)
        {
            (_members ??= new(StringComparer.Ordinal)).TryAdd(name, value);
        }
    }

    /// <summary>Writes members that are not known into the object that is being written.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> members)
    {
        if (members.Count == 0)
        {
            return;
        }

        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
