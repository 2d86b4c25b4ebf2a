using System.Text;
using GlmTools.Generators.Model;

namespace GlmTools.Generators.Emitting;

/// <summary>
/// Writes definitions as they go over the wire: one plain <c>type</c> per value, everything inlined, keys always in the
/// same order, no insignificant white space.
/// </summary>
internal static class SchemaEmitter
{
    public static string Definition(ToolModel tool)
    {
        var json = new StringBuilder("{\"type\":\"function\",\"function\":{\"name\":").Append(JsonText.String(tool.Name))
            .Append(",\"description\":").Append(JsonText.String(tool.Description))
            .Append(",\"parameters\":{");
        AppendObject(json, null, tool.Parameters.Where(static p => p.Argument is not null).Select(static p => p.Argument!));
        return json.Append("}}}").ToString();
    }

    private static void AppendObject(StringBuilder json, string? description, IEnumerable<MemberModel> members)
    {
        AppendType(json, "object", description);
        json.Append(",\"properties\":{");
        var required = new List<string>();
        var first = true;
        foreach (var member in members)
        {
            json.Append(first ? "" : ",").Append(JsonText.String(member.JsonName)).Append(":{");
            first = false;
            AppendValue(json, member.Value.Type, member.Description);
            if (member.Default?.Json is { } constant)
            {
                json.Append(",\"default\":").Append(constant);
            }

            json.Append('}');
            if (member.IsRequired)
            {
                required.Add(JsonText.String(member.JsonName));
            }
        }

        json.Append('}');
        if (required.Count > 0)
        {
            json.Append(",\"required\":[").Append(string.Join(",", required)).Append(']');
        }
    }

    private static void AppendValue(StringBuilder json, TypeModel type, string? description)
    {
        switch (type)
        {
            case ScalarModel scalar:
                AppendType(json, scalar.JsonType, description);
                json.Append(scalar.Facets.Length > 0 ? "," : "").Append(scalar.Facets);
                break;
            case EnumModel enumeration:
                AppendType(json, "string", description);
                json.Append(",\"enum\":[").Append(string.Join(",", enumeration.Members.Select(static m => JsonText.String(m.JsonName)))).Append(']');
                break;
            case ListModel list:
                AppendType(json, "array", description);
                json.Append(",\"items\":{");
                AppendValue(json, list.Element.Type, null);
                json.Append('}');
                break;
            case DictionaryModel dictionary:
                AppendType(json, "object", description);
                json.Append(",\"additionalProperties\":{");
                AppendValue(json, dictionary.Value.Type, null);
                json.Append('}');
                break;
            case ObjectModel model:
                AppendObject(json, description, model.Members);
                break;
        }
    }

    private static void AppendType(StringBuilder json, string type, string? description)
    {
        json.Append("\"type\":\"").Append(type).Append('"');
        if (!string.IsNullOrEmpty(description))
        {
            json.Append(",\"description\":").Append(JsonText.String(description!));
        }
    }
}
