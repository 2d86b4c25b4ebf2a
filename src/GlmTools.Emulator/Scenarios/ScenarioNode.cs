using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Scenarios;

/// <summary>A value in a scenario that knows its place, so that every complaint names it.</summary>
internal readonly record struct ScenarioNode(JsonElement Json, string Place)
{
    /// <summary>The members of an object by name, in order.</summary>
    /// <exception cref="ScenarioException">It is no object.</exception>
    public IReadOnlyList<(string Name, ScenarioNode Node)> Members()
    {
        if (Json.ValueKind is not JsonValueKind.Object)
        {
            throw Complain("must be an object");
        }

        var node = this;
        return [.. Json.EnumerateObject().Select(member => (member.Name, node.Of(member.Name, member.Value)))];
    }

    /// <summary>Refuses everything but an object of these members.</summary>
    /// <exception cref="ScenarioException">It is no object or has another member.</exception>
    public void RequireOnly(params string[] known)
    {
        foreach (var (name, node) in Members())
        {
            if (!known.Contains(name))
            {
                throw node.Complain($"is not known; use {string.Join(", ", known)}");
            }
        }
    }

    /// <summary>The member of that name, or <see langword="null"/> when it is missing.</summary>
    public ScenarioNode? Find(string name) => Json.TryGetProperty(name, out var value) ? Of(name, value) : null;

    /// <summary>The text.</summary>
    /// <exception cref="ScenarioException">It is none.</exception>
    public string Text() => Json.AsText() ?? throw Complain("must be a string");

    /// <summary>The items of an array that is not empty.</summary>
    /// <exception cref="ScenarioException">It is none.</exception>
    public IReadOnlyList<ScenarioNode> Items()
    {
        if (Json.ValueKind is not JsonValueKind.Array || Json.GetArrayLength() == 0)
        {
            throw Complain("must be an array of at least one item");
        }

        var place = Place;
        return [.. Json.EnumerateArray().Select((item, index) => new ScenarioNode(item, $"{place}[{index}]"))];
    }

    /// <summary>The texts of an array, none when the member is missing.</summary>
    /// <exception cref="ScenarioException">It is no array of strings.</exception>
    public IReadOnlyList<string> Texts(string name) => Find(name) is { } array ? [.. array.Items().Select(static item => item.Text())] : [];

    public ScenarioException Complain(string remedy, Exception? found = null) => new($"{(Place.Length == 0 ? "The scenario" : Place)} {remedy}.", found);

    private ScenarioNode Of(string name, JsonElement value) => new(value, Place.Length == 0 ? name : $"{Place}.{name}");
}
