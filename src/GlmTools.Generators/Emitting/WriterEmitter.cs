using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes the code that turns results into JSON.</summary>
internal sealed class WriterEmitter(SourceWriter source)
{
    private readonly TypeMethods _methods = new("Write");
    private readonly HashSet<string> _results = [];

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
    public void Emit(ValueModel value, string expression, int depth = 0)
    {
        switch (value.Type)
        {
            case TypeModel when value.IsNullable:
                source.Block($"if ({expression} is {{ }} present{depth})", () => Emit(value with { IsNullable = false }, $"present{depth}", depth + 1));
                source.Block("else", () => source.Line("json.WriteNullValue();"));
                break;
            case ScalarModel or AnythingModel:
                source.Line($"global::GlmTools.Binding.ResultWriter.Write(json, {expression});");
                break;
            case ListModel list:
                source.Line("json.WriteStartArray();");
                source.Block($"foreach (var item{depth} in {CollectionText.Items(list.CSharp, expression)})", () => Emit(list.Element, $"item{depth}", depth + 1));
                source.Line("json.WriteEndArray();");
                break;
            case DictionaryModel dictionary:
                source.Line("json.WriteStartObject();");
                source.Block($"foreach (var pair{depth} in {expression})", () =>
                {
                    source.Line($"json.WritePropertyName({Key(dictionary.Key, $"pair{depth}.Key")});");
                    Emit(dictionary.Value, $"pair{depth}.Value", depth + 1);
                });
                source.Line("json.WriteEndObject();");
                break;
            case TypeModel other:
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

            source.Block($"private static void {name}(global::System.Text.Json.Utf8JsonWriter json, {type.CSharp} value)", () => EmitBody(type, name));
            if (type is EnumModel { IsFlags: false } enumeration)
            {
                source.Line();
                EmitEnumNames(enumeration, name);
            }
        }
    }

    // Keys of an enum go by the names its values are written with.
    private string Key(TypeModel type, string expression) => type switch
    {
        ScalarModel { CSharp: "string" } => expression,
        ScalarModel => $"{expression}.ToString(null, global::System.Globalization.CultureInfo.InvariantCulture)",
        _ => $"{_methods.For(type)}Name({expression})",
    };

    private void EmitBody(TypeModel type, string name)
    {
        switch (type)
        {
            case EnumModel { IsFlags: true } flags:
                source.Line("json.WriteStartArray();");
                foreach (var member in flags.Members)
                {
                    var flag = $"{type.CSharp}.{Defaults.EscapedIdentifier(member.CSharpName)}";
                    source.Line($"if ((value & {flag}) != 0) json.WriteStringValue({CSharpText.Utf8(member.JsonName)});");
                }

                source.Line("json.WriteEndArray();");
                break;
            case EnumModel:
                source.Line($"json.WriteStringValue({name}Name(value));");
                break;
            case UnionModel union:
                EmitUnion(union);
                break;
            case ObjectModel model:
                EmitObject(model);
                break;
        }
    }

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

            source.Line("default: json.WriteNullValue(); break;");
        });

    private void EmitObject(ObjectModel type)
    {
        source.Line("json.WriteStartObject();");
        if (type.Discriminator is { } discriminator)
        {
            source.Line($"json.WriteString({CSharpText.Utf8(discriminator.Property)}, {CSharpText.Utf8(discriminator.Value)});");
        }

        foreach (var member in type.Members)
        {
            EmitMember(member);
        }

        source.Line("json.WriteEndObject();");
    }

    // A null member is left out, as it is in arguments: absent and null say the same, and absent costs no tokens.
    private void EmitMember(MemberModel member)
    {
        var value = member.Value;
        var property = $"value.{Defaults.EscapedIdentifier(member.CSharpName)}";
        if (!value.IsNullable && !value.IsReference)
        {
            source.Line($"json.WritePropertyName({CSharpText.Utf8(member.JsonName)});");
            Emit(value, property);
            return;
        }

        var local = $"the{member.CSharpName}";
        source.Block($"if ({property} is {{ }} {local})", () =>
        {
            source.Line($"json.WritePropertyName({CSharpText.Utf8(member.JsonName)});");
            Emit(value with { IsNullable = false }, local);
        });
    }
}
