using System.Text;
using GlmTools.Generators.Model;

namespace GlmTools.Generators.Emitting;

/// <summary>
/// Writes definitions as they go over the wire: one plain <c>type</c> per value, everything inlined but what contains itself,
/// keys always in the same order, no insignificant white space.
/// </summary>
internal sealed class SchemaEmitter
{
    private readonly StringBuilder _json = new();
    private readonly List<(TypeModel Type, string Name)> _references = [];

    public static string Definition(ToolModel tool)
        => new SchemaEmitter().Write(tool.Name, tool.Description, tool.Parameters.Where(static p => p.Argument is not null).Select(static p => p.Argument!));

    /// <summary>The tool a model calls to answer.</summary>
    public static string Definition(AnswerModel answer)
    {
        var schema = new SchemaEmitter();
        if (answer.Members is { IsRecursive: true } whole)
        {
            // The parameters stand where the whole type would, so it is not met before what refers to it.
            schema.ReferenceTo(whole);
        }

        return schema.Write("final_answer", answer.Description, answer.Members is { } model ? model.Members : [Wrapped(answer.Value)]);
    }

    /// <summary>A value that is the only parameter.</summary>
    public static MemberModel Wrapped(ValueModel value) => new("value", "value", null, value, !value.IsNullable, null, MemberAssignment.Argument, default);

    private string Write(string name, string description, IEnumerable<MemberModel> parameters)
    {
        _json.Append("{\"type\":\"function\",\"function\":{\"name\":").Append(JsonText.String(name))
            .Append(",\"description\":").Append(JsonText.String(description))
            .Append(",\"parameters\":{");
        AppendObject(null, parameters);
        AppendDefinitions();
        return _json.Append("}}}").ToString();
    }

    private void AppendDefinitions()
    {
        // A definition may refer to further ones.
        for (var i = 0; i < _references.Count; i++)
        {
            _json.Append(i == 0 ? ",\"$defs\":{" : ",").Append(JsonText.String(_references[i].Name)).Append(":{");
            AppendBody(_references[i].Type, null);
            _json.Append('}');
        }

        _json.Append(_references.Count > 0 ? "}" : "");
    }

    private void AppendObject(string? description, IEnumerable<MemberModel> members)
    {
        AppendType("object", description);
        _json.Append(",\"properties\":{");
        var required = new List<string>();
        var first = true;
        foreach (var member in members)
        {
            _json.Append(first ? "" : ",").Append(JsonText.String(member.JsonName)).Append(":{");
            first = false;
            AppendMember(member);
            _json.Append('}');
            if (member.IsRequired)
            {
                required.Add(JsonText.String(member.JsonName));
            }
        }

        _json.Append('}');
        if (required.Count > 0)
        {
            _json.Append(",\"required\":[").Append(string.Join(",", required)).Append(']');
        }
    }

    private void AppendMember(MemberModel member)
    {
        AppendValue(member.Value.Type, member.Description);
        var hasPattern = member.Constraints.Any(static constraint => constraint is PatternConstraint);
        foreach (var constraint in member.Constraints)
        {
            AppendConstraint(constraint, member.Value.Type, hasPattern);
        }

        if (member.Default?.Json is { } constant)
        {
            _json.Append(",\"default\":").Append(constant);
        }
    }

    private void AppendValue(TypeModel type, string? description)
    {
        switch (type)
        {
            case ObjectModel { IsRecursive: true } or UnionModel { IsRecursive: true } or ReferenceModel:
                AppendDescription(description, leading: true);
                _json.Append("\"$ref\":").Append(JsonText.String($"#/$defs/{ReferenceTo(type)}"));
                break;
            default:
                AppendBody(type, description);
                break;
        }
    }

    private void AppendBody(TypeModel type, string? description)
    {
        switch (type)
        {
            case ScalarModel scalar:
                AppendType(scalar.JsonType, description);
                _json.Append(scalar.Facets.Length > 0 ? "," : "").Append(scalar.Facets);
                break;
            case AnythingModel { JsonType: { } kind }:
                AppendType(kind, description);
                break;
            case AnythingModel:
                AppendDescription(description, leading: true, isLast: true);
                break;
            case EnumModel { IsFlags: true } flags:
                AppendType("array", description);
                _json.Append(",\"items\":{");
                AppendEnum(flags, null);
                _json.Append('}');
                break;
            case EnumModel enumeration:
                AppendEnum(enumeration, description);
                break;
            case ListModel list:
                AppendType("array", description);
                _json.Append(",\"items\":{");
                AppendValue(list.Element.Type, null);
                _json.Append('}');
                break;
            case DictionaryModel dictionary:
                AppendDictionary(dictionary, description);
                break;
            case ObjectModel model:
                AppendObject(description, model.Members);
                break;
            case UnionModel union:
                AppendUnion(union, description);
                break;
        }
    }

    private void AppendEnum(EnumModel type, string? description)
    {
        AppendType("string", description);
        _json.Append(",\"enum\":[").Append(string.Join(",", type.Members.Select(static m => JsonText.String(m.JsonName)))).Append(']');
    }

    private void AppendDictionary(DictionaryModel type, string? description)
    {
        AppendType("object", description);
        switch (type.Key)
        {
            case EnumModel keys:
                _json.Append(",\"propertyNames\":{");
                AppendEnum(keys, null);
                _json.Append('}');
                break;
            case ScalarModel { JsonType: "integer" }:
                _json.Append(",\"propertyNames\":{\"type\":\"string\",\"pattern\":\"^-?[0-9]+$\"}");
                break;
        }

        _json.Append(",\"additionalProperties\":{");
        AppendValue(type.Value.Type, null);
        _json.Append('}');
    }

    private void AppendUnion(UnionModel type, string? description)
    {
        AppendType("object", description);
        _json.Append(",\"anyOf\":[");
        for (var i = 0; i < type.Cases.Count; i++)
        {
            _json.Append(i == 0 ? "{" : ",{");
            AppendObject(null, type.Cases[i].Members);
            _json.Append('}');
        }

        _json.Append(']');
    }

    private void AppendConstraint(ConstraintModel constraint, TypeModel type, bool hasPattern)
    {
        switch (constraint)
        {
            case RangeConstraint range:
                Append(range.IsMinimumExclusive ? "exclusiveMinimum" : "minimum", range.Minimum?.Json);
                Append(range.IsMaximumExclusive ? "exclusiveMaximum" : "maximum", range.Maximum?.Json);
                break;
            case LengthConstraint length:
                var noun = LengthConstraint.Noun(type);
                Append("min" + noun, length.Minimum is > 0 ? $"{length.Minimum}" : null);
                Append("max" + noun, length.Maximum is null ? null : $"{length.Maximum}");
                break;
            case PatternConstraint pattern:
                Append("pattern", JsonText.String(pattern.Pattern));
                break;
            case FormatConstraint format:
                _json.Append(',').Append(format.Facet);
                Append("pattern", format.Pattern is null || hasPattern ? null : JsonText.String(format.Pattern));
                break;
            case ValuesConstraint values:
                var list = $"[{string.Join(",", values.Values.Select(static v => v.Json))}]";
                Append(values.AreDenied ? "not" : "enum", values.AreDenied ? $"{{\"enum\":{list}}}" : list);
                break;
        }
    }

    private void Append(string keyword, string? json)
    {
        if (json is not null)
        {
            _json.Append(",\"").Append(keyword).Append("\":").Append(json);
        }
    }

    private void AppendType(string type, string? description)
    {
        _json.Append("\"type\":\"").Append(type).Append('"');
        AppendDescription(description, leading: false);
    }

    private void AppendDescription(string? description, bool leading, bool isLast = false)
    {
        if (!string.IsNullOrEmpty(description))
        {
            _json.Append(leading ? "" : ",").Append("\"description\":").Append(JsonText.String(description!)).Append(leading && !isLast ? "," : "");
        }
    }

    // A type within itself is found again by its name in C#; the first to come is the whole type.
    private string ReferenceTo(TypeModel type)
    {
        foreach (var (known, existing) in _references)
        {
            if (known.CSharp == type.CSharp)
            {
                return existing;
            }
        }

        var simple = type switch { ObjectModel model => model.Name, UnionModel union => union.Name, _ => ((ReferenceModel)type).Name };
        var name = simple;
        for (var i = 2; _references.Exists(reference => reference.Name == name); i++)
        {
            name = $"{simple}{i}";
        }

        _references.Add((type, name));
        return name;
    }
}
