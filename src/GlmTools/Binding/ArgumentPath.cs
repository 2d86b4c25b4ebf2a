using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>
/// Finds the JSON Pointer of a place by reading up to it once more. Only a refused call pays for its paths; a good one
/// keeps no track of them.
/// </summary>
internal static class ArgumentPath
{
    public static string Of(ReadOnlySpan<byte> utf8, int offset)
    {
        var reader = new Utf8JsonReader(utf8);
        var open = new List<Container>();
        while (reader.Read() && reader.TokenStartIndex <= offset)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    open[^1].Name = reader.GetString();
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    open.RemoveAt(open.Count - 1);
                    break;
                default:
                    if (open.Count > 0)
                    {
                        open[^1].Index++;
                    }

                    if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                    {
                        open.Add(new Container(reader.TokenType == JsonTokenType.StartArray));
                    }

                    break;
            }
        }

        var path = new StringBuilder();
        foreach (var container in open)
        {
            container.AppendTo(path);
        }

        return path.ToString();
    }

    /// <summary>The pointer of a member of the object at a path.</summary>
    public static string Member(string path, string name)
        => $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private sealed class Container(bool isArray)
    {
        public string? Name { get; set; }

        public int Index { get; set; } = -1;

        public void AppendTo(StringBuilder path)
        {
            if (isArray && Index >= 0)
            {
                path.Append('/').Append(Index.ToString(CultureInfo.InvariantCulture));
            }
            else if (Name is not null)
            {
                path.Append(Member("", Name));
            }
        }
    }
}
