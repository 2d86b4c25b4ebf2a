using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes the code that turns results into JSON.</summary>
internal sealed class WriterEmitter(SourceWriter source)
{
    private readonly TypeMethods _methods = new();

    /// <summary>Writes the statements that write a value to <c>json</c>.</summary>
    public void Emit(ValueModel value, string expression, int depth = 0)
    {
        switch (value.Type)
        {
            case { } when value.IsNullable && value.Type is not ScalarModel { Read: "ReadString()" or "ReadUri()" }:
                source.Block($"if ({expression} is {{ }} present{depth})", () => Emit(value with { IsNullable = false }, $"present{depth}", depth + 1));
                source.Block("else", () => source.Line("json.WriteNullValue();"));
                break;
            case ScalarModel:
                source.Line($"global::GlmTools.Binding.ResultWriter.Write(json, {expression});");
                break;
            case ListModel list:
                source.Line("json.WriteStartArray();");
                source.Block($"foreach (var item{depth} in {expression})", () => Emit(list.Element, $"item{depth}", depth + 1));
                source.Line("json.WriteEndArray();");
                break;
            case DictionaryModel dictionary:
                source.Line("json.WriteStartObject();");
                source.Block($"foreach (var pair{depth} in {expression})", () =>
                {
                    source.Line($"json.WritePropertyName(pair{depth}.Key);");
                    Emit(dictionary.Value, $"pair{depth}.Value", depth + 1);
                });
                source.Line("json.WriteEndObject();");
                break;
            case EnumModel enumeration:
                source.Line($"{_methods.For(enumeration, enumeration.Name, "Write")}(json, {expression});");
                break;
            case ObjectModel model:
                source.Line($"{_methods.For(model, model.Name, "Write")}(json, {expression});");
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
            source.Block($"private static void {name}(global::System.Text.Json.Utf8JsonWriter json, {type.CSharp} value)", () => EmitBody(type));
        }
    }

    private void EmitBody(TypeModel type)
    {
        if (type is EnumModel enumeration)
        {
            source.Block("json.WriteStringValue(value switch", () =>
            {
                foreach (var member in enumeration.Members)
                {
                    source.Line($"{type.CSharp}.{Defaults.EscapedIdentifier(member.CSharpName)} => {CSharpText.String(member.JsonName)},");
                }

                source.Line("_ => value.ToString(),");
            }, close: "});");
            return;
        }

        source.Line("json.WriteStartObject();");
        foreach (var member in ((ObjectModel)type).Members)
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

        source.Block($"if ({property} is {{ }} {Local(member)})", () =>
        {
            source.Line($"json.WritePropertyName({CSharpText.Utf8(member.JsonName)});");
            Emit(value with { IsNullable = false }, Local(member));
        });
    }

    private static string Local(MemberModel member) => $"the{member.CSharpName}";
}
