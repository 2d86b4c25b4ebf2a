using System.Text;
using GlmTools.Generators.Emitting;

namespace GlmTools.Generators.Json;

/// <summary>A JSON value. Two are alike when their texts are.</summary>
internal sealed class JsonValue
{
    private JsonValue(
        JsonKind kind, string text, IReadOnlyList<JsonValue>? items = null, IReadOnlyList<KeyValuePair<string, JsonValue>>? members = null, int position = 0)
    {
        Kind = kind;
        Text = text;
        Items = items ?? [];
        Members = members ?? [];
        Position = position;
    }

    public JsonKind Kind { get; }

    /// <summary>What a string says, or a literal as it was written.</summary>
    public string Text { get; }

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<JsonValue> Items { get; }

    /// <summary>The members of an object.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> Members { get; }

    /// <summary>Where it begins in the text it was read from, in characters.</summary>
    public int Position { get; }

    /// <summary>The member of a name; <see langword="null"/> also for what is no object.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Key == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    public static JsonValue String(string text, int position = 0) => new(JsonKind.String, text, position: position);

    public static JsonValue Literal(string text, int position = 0) => new(JsonKind.Literal, text, position: position);

    public static JsonValue Array(IReadOnlyList<JsonValue> items, int position = 0) => new(JsonKind.Array, "", items: items, position: position);

    public static JsonValue Object(IReadOnlyList<KeyValuePair<string, JsonValue>> members, int position = 0)
        => new(JsonKind.Object, "", members: members, position: position);

    /// <summary>The value as JSON without insignificant white space.</summary>
    public override string ToString()
    {
        var json = new StringBuilder();
        Append(json, -1);
        return json.ToString();
    }

    /// <summary>The value as JSON for the eye, with two blanks a level and <c>\n</c>.</summary>
    public string ToIndentedString()
    {
        var json = new StringBuilder();
        Append(json, 0);
        return json.ToString();
    }

    // A negative depth is for no layout at all.
    private void Append(StringBuilder json, int depth)
    {
        switch (Kind)
        {
            case JsonKind.Object:
                AppendList(json, depth, '{', '}', Members.Count, (i, inner) =>
                {
                    json.Append(JsonText.String(Members[i].Key)).Append(depth < 0 ? ":" : ": ");
                    Members[i].Value.Append(json, inner);
                });
                break;
            case JsonKind.Array:
                AppendList(json, depth, '[', ']', Items.Count, (i, inner) => Items[i].Append(json, inner));
                break;
            default:
                json.Append(Kind == JsonKind.String ? JsonText.String(Text) : Text);
                break;
        }
    }

    private static void AppendList(StringBuilder json, int depth, char open, char close, int count, Action<int, int> appendItem)
    {
        var isLaidOut = depth >= 0 && count > 0;
        var inner = depth < 0 ? depth : depth + 1;
        json.Append(open);
        for (var i = 0; i < count; i++)
        {
            json.Append(i > 0 ? "," : "");
            NewLine(inner);
            appendItem(i, inner);
        }

        NewLine(depth);
        json.Append(close);

        void NewLine(int level)
        {
            if (isLaidOut)
            {
                json.Append('\n').Append(' ', 2 * level);
            }
        }
    }
}
