using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes the code that binds arguments.</summary>
internal sealed class ReaderEmitter(SourceWriter source)
{
    private const string Reader = "global::GlmTools.Binding.ArgumentReader";

    private readonly TypeMethods _methods = new();

    /// <summary>Declares a local for each member and fills it from the object the reader stands on.</summary>
    /// <returns>The names of the locals, in order.</returns>
    public IReadOnlyList<string> EmitMembers(IReadOnlyList<MemberModel> members, params string[] reserved)
    {
        var locals = new List<string>();
        foreach (var member in members)
        {
            locals.Add(UniqueLocal(member.CSharpName, [.. reserved, "reader", "scope", .. locals]));
            source.Line($"{member.Value.CSharp} {locals[locals.Count - 1]} = {InitialValue(member)};");
        }

        var names = CSharpText.Utf8(string.Join("\n", members.Select(static m => m.JsonName)));
        var required = members.Select(static (m, i) => m.IsRequired ? 1UL << i : 0).Aggregate(0UL, static (bits, bit) => bits | bit);
        source.Line("var scope = reader.BeginObject();");
        var loop = $"while (reader.NextMember({names}, required: 0x{required:x}, ref scope))";
        if (members.Count == 0)
        {
            source.Line($"{loop} {{ }}");
        }
        else
        {
            source.Block(loop, () => EmitSwitch(members, locals));
        }

        source.Line();
        return locals;
    }

    /// <summary>Writes the methods the code so far calls, and those they call.</summary>
    public void EmitMethods()
    {
        for (var i = 0; i < _methods.Count; i++)
        {
            var (type, name) = _methods[i];
            source.Line();
            if (type is EnumModel enumeration)
            {
                EmitEnum(enumeration, name);
            }
            else
            {
                EmitObject((ObjectModel)type, name);
            }
        }
    }

    private void EmitSwitch(IReadOnlyList<MemberModel> members, List<string> locals)
    {
        source.Block("switch (scope.Current)", () =>
        {
            for (var i = 0; i < members.Count; i++)
            {
                source.Line($"case {i}: {Assign(members[i], locals[i])} break;");
            }
        });
    }

    private string Assign(MemberModel member, string local)
    {
        var read = Read(member.Value);
        if (member.Value.IsNullable)
        {
            return $"{local} = reader.IsNull ? null : {read};";
        }

        return member.IsRequired ? $"{local} = {read};" : $"if (!reader.IsNullForDefault()) {local} = {read};";
    }

    private static string InitialValue(MemberModel member)
        => member.Default?.CSharp is { } constant && constant != "default" ? constant : member.Value is { IsNullable: false, IsReference: true } ? "null!" : "default";

    /// <summary>The expression that reads a value the reader stands on, which is not <c>null</c>.</summary>
    private string Read(ValueModel value) => value.Type switch
    {
        ScalarModel scalar => $"reader.{scalar.Read}",
        ListModel { IsArray: true } list => $"reader.ReadList{Element(list.Element)}.ToArray()",
        ListModel list => $"reader.ReadList{Element(list.Element)}",
        DictionaryModel dictionary => $"reader.ReadDictionary{Element(dictionary.Value)}",
        EnumModel enumeration => $"{_methods.For(enumeration, enumeration.Name, "Read")}(ref reader)",
        ObjectModel model => $"{_methods.For(model, model.Name, "Read")}(ref reader)",
        _ => throw new NotSupportedException(value.Type.CSharp),
    };

    private string Element(ValueModel element)
        => $"<{element.CSharp}>(static (ref {Reader} reader) => {Read(element)})";

    private void EmitEnum(EnumModel type, string name)
    {
        var names = CSharpText.Utf8(string.Join("\n", type.Members.Select(static m => m.JsonName)));
        source.Block($"private static {type.CSharp} {name}(ref {Reader} reader) => reader.ReadName({names}) switch", () =>
        {
            for (var i = 0; i < type.Members.Count; i++)
            {
                source.Line($"{i} => {type.CSharp}.{Defaults.EscapedIdentifier(type.Members[i].CSharpName)},");
            }

            source.Line("_ => default,");
        }, close: "};");
    }

    private void EmitObject(ObjectModel type, string name)
    {
        source.Block($"private static {type.CSharp} {name}(ref {Reader} reader)", () =>
        {
            var locals = EmitMembers(type.Members, "value");
            source.Line("if (reader.Failed) return default!;");
            var all = type.Members.Select((member, i) => (Member: member, Local: locals[i], Position: i)).ToArray();
            var arguments = string.Join(", ", all.Where(static m => m.Member.Assignment == MemberAssignment.Argument).Select(static m => m.Local));
            var initializers = string.Join(", ", all.Where(static m => m.Member.Assignment == MemberAssignment.Initializer)
                .Select(static m => $"{Defaults.EscapedIdentifier(m.Member.CSharpName)} = {m.Local}"));
            var creation = $"new {type.CSharp}({arguments}){(initializers.Length > 0 ? $" {{ {initializers} }}" : "")}";
            var later = all.Where(static m => m.Member.Assignment is MemberAssignment.Setter or MemberAssignment.InitAccessor).ToArray();
            if (later.Length == 0)
            {
                source.Line($"return {creation};");
                return;
            }

            source.Line($"var value = {creation};");
            foreach (var (member, local, position) in later)
            {
                source.Line($"if (scope.Has({position})) {Set(type, name, member, local)};");
            }

            source.Line("return value;");
        });
        EmitInitAccessors(type, name);
    }

    private static string Set(ObjectModel type, string name, MemberModel member, string local)
        => member.Assignment == MemberAssignment.Setter
            ? $"value.{Defaults.EscapedIdentifier(member.CSharpName)} = {local}"
            : $"{InitAccessor(name, member)}({(type.IsValueType ? "ref " : "")}value, {local})";

    // An init property that did not come has to keep the value of its initialiser, so it cannot stand in the object initialiser.
    private void EmitInitAccessors(ObjectModel type, string name)
    {
        foreach (var member in type.Members.Where(static m => m.Assignment == MemberAssignment.InitAccessor))
        {
            source.Line();
            source.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{member.CSharpName}\")]");
            source.Line($"private static extern void {InitAccessor(name, member)}({(type.IsValueType ? "ref " : "")}{type.CSharp} target, {member.Value.CSharp} value);");
        }
    }

    private static string InitAccessor(string name, MemberModel member) => $"{name}_Set{member.CSharpName}";

    private static string UniqueLocal(string name, IReadOnlyCollection<string> taken)
    {
        var local = ToolNames.ForMember(name);
        while (taken.Contains(Defaults.EscapedIdentifier(local)))
        {
            local += "Value";
        }

        return Defaults.EscapedIdentifier(local);
    }
}
