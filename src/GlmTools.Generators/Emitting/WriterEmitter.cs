using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes the code that turns results into JSON.</summary>
internal sealed class WriterEmitter(SourceWriter source)
{
    private readonly TypeMethods _methods = new("Write");
    private readonly HashSet<string> _results = [];
    private readonly HashSet<string> _keys = [];

    /// <summary>Whether the statements that write a result may declare a local of this name.</summary>
    public static bool Declares(string local)
        => local.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is "item" or "pair" or "present";

    /// <summary>Writes the statements that write what a tool returned.</summary>
    public void EmitResult(ValueModel value, string expression)
    {
        _results.Add(value.Type.CSharp);
        Emit(value, expression);
    }

    /// <summary>Writes the statements that write a value to <c>json</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="expression">Where it comes from.</param>
    /// <param name="depth">How many values it is in.</param>
    /// <param name="before">JSON that is written in front of it.</param>
    public void Emit(ValueModel value, string expression, int depth = 0, string before = "")
    {
        switch (value.Type)
        {
            case TypeModel when value.IsNullable:
                EmitRaw(before);
                source.Block($"if ({expression} is {{ }} present{depth})", () => Emit(value with { IsNullable = false }, $"present{depth}", depth + 1));
                source.Block("else", () => EmitRaw("null,"));
                break;
            case ScalarModel or AnythingModel:
                EmitRaw(before);
                source.Line($"json.Write({expression});");
                break;
            case ListModel list:
                EmitRaw($"{before}[");
                source.Block($"foreach (var item{depth} in {CollectionText.Items(list.CSharp, expression)})", () => Emit(list.Element, $"item{depth}", depth + 1));
                source.Line("json.End(']');");
                break;
            case DictionaryModel dictionary:
                EmitRaw($"{before}{{");
                source.Block($"foreach (var pair{depth} in {expression})", () =>
                {
                    source.Line($"json.Name({Key(dictionary.Key, $"pair{depth}.Key")});");
                    Emit(dictionary.Value, $"pair{depth}.Value", depth + 1);
                });
                source.Line("json.End('}');");
                break;
            case TypeModel other:
                EmitRaw(before);
                source.Line($"{_methods.For(other)}(json, {expression});");
                break;
        }
    }

    /// <summary>Writes the methods the code so far calls, and those they call.</summary>
    public void EmitMethods()
    {
        for (var i = 0; i < _methods.Count; i++)
        {
            var (type, name) = _methods[i];
            source.Line();
            if (type is ObjectModel && _results.Contains(type.CSharp))
            {
                // Then the JIT sees that nobody keeps the result, and makes it on the stack.
                source.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");
            }

            source.Block($"private static void {name}(global::GlmTools.Binding.ResultWriter json, {type.CSharp} value)", () => EmitBody(type));
            if (type is EnumModel { IsFlags: false } enumeration && _keys.Contains(name))
            {
                source.Line();
                EmitEnumNames(enumeration, name);
            }
        }
    }

    private string Key(TypeModel type, string expression) => type switch
    {
        ScalarModel { CSharp: "string" } => expression,
        ScalarModel => $"{expression}.ToString(null, global::System.Globalization.CultureInfo.InvariantCulture)",
        _ => $"{NameMethod(type)}({expression})",
    };

    // Keys of an enum go by the names its values are written with.
    private string NameMethod(TypeModel type)
    {
        var name = _methods.For(type);
        _keys.Add(name);
        return $"{name}Name";
    }

    private void EmitRaw(string json)
    {
        if (json.Length > 0)
        {
            source.Line(Raw(json));
        }
    }

    private static string Raw(string json) => $"json.Raw({CSharpText.Utf8(json)});";

    private void EmitBody(TypeModel type)
    {
        switch (type)
        {
            case EnumModel { IsFlags: true } flags:
                EmitRaw("[");
                foreach (var member in flags.Members)
                {
                    var flag = $"{type.CSharp}.{Defaults.EscapedIdentifier(member.CSharpName)}";
                    source.Line($"if ((value & {flag}) != 0) {Raw($"{JsonText.String(member.JsonName)},")}");
                }

                source.Line("json.End(']');");
                break;
            case EnumModel enumeration:
                EmitEnum(enumeration);
                break;
            case UnionModel union:
                EmitUnion(union);
                break;
            case ObjectModel model:
                EmitObject(model);
                break;
        }
    }

    private void EmitEnum(EnumModel type)
        => source.Block("switch (value)", () =>
        {
            foreach (var member in type.Members)
            {
                source.Line($"case {type.CSharp}.{Defaults.EscapedIdentifier(member.CSharpName)}: {Raw($"{JsonText.String(member.JsonName)},")} break;");
            }

            source.Line("default: json.Write(value.ToString()); break;");
        });

    private void EmitEnumNames(EnumModel type, string name)
        => source.Block($"private static string {name}Name({type.CSharp} value) => value switch", () =>
        {
            foreach (var member in type.Members)
            {
                source.Line($"{type.CSharp}.{Defaults.EscapedIdentifier(member.CSharpName)} => {CSharpText.String(member.JsonName)},");
            }

            source.Line("_ => value.ToString(),");
        }, close: "};");

    private void EmitUnion(UnionModel type)
        => source.Block("switch (value)", () =>
        {
            foreach (var item in type.Cases)
            {
                source.Line($"case {item.CSharp} item: {_methods.For(item)}(json, item); break;");
            }

            source.Line($"default: {Raw("null,")} break;");
        });

    // What comes before the first member is written together with its name, where that is always written.
    private void EmitObject(ObjectModel type)
    {
        var before = type.Discriminator is { } discriminator ? $"{{{JsonText.String(discriminator.Property)}:{JsonText.String(discriminator.Value)}," : "{";
        foreach (var member in type.Members)
        {
            EmitMember(member, before);
            before = "";
        }

        EmitRaw(before);
        source.Line("json.End('}');");
    }

    // A null member is left out, as it is in arguments: absent and null say the same, and absent costs no tokens.
    private void EmitMember(MemberModel member, string before)
    {
        var value = member.Value;
        var name = $"{JsonText.String(member.JsonName)}:";
        var property = $"value.{Defaults.EscapedIdentifier(member.CSharpName)}";
        if (!value.IsNullable && !value.IsReference)
        {
            Emit(value, property, before: before + name);
            return;
        }

        EmitRaw(before);
        var local = $"the{member.CSharpName}";
        source.Block($"if ({property} is {{ }} {local})", () => Emit(value with { IsNullable = false }, local, before: name));
    }
}
