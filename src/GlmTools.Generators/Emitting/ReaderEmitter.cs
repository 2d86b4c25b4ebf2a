using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes the code that binds arguments.</summary>
internal sealed class ReaderEmitter(SourceWriter source)
{
    private const string Reader = "global::GlmTools.Binding.ArgumentReader";

    private readonly TypeMethods _methods = new("Read");
    private readonly ConstraintEmitter _constraints = new();

    /// <summary>Declares a local for each member and fills it from the object the reader stands on.</summary>
    /// <returns>The names of the locals, in order; none for a member that is only checked.</returns>
    public IReadOnlyList<string> EmitMembers(IReadOnlyList<MemberModel> members, params string[] reserved)
    {
        var locals = new List<string>();
        var taken = new HashSet<string>([.. reserved, "reader", "scope"], StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (member.Assignment == MemberAssignment.None)
            {
                locals.Add("");
                continue;
            }

            var local = UniqueLocal(member.CSharpName, taken);
            locals.Add(local);
            source.Line($"{member.Value.CSharp} {local} = {InitialValue(member)};");
        }

        var names = CSharpText.Utf8(string.Join("\n", members.Select(static m => m.JsonName)));
        var required = members.Select(static (m, i) => m.IsRequired ? 1UL << i : 0).Aggregate(0UL, static (bits, bit) => bits | bit);
        source.Line("var scope = default(global::GlmTools.Binding.ObjectScope);");
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

    /// <summary>The expression that reads an object the reader stands on.</summary>
    public string Read(ObjectModel type) => $"{_methods.For(type)}(ref reader)";

    /// <summary>Writes the methods the code so far calls, and those they call.</summary>
    public void EmitMethods()
    {
        for (var i = 0; i < _methods.Count; i++)
        {
            var (type, name) = _methods[i];
            source.Line();
            switch (type)
            {
                case EnumModel enumeration:
                    EmitEnum(enumeration, name);
                    break;
                case UnionModel union:
                    EmitUnion(union, name);
                    break;
                case ObjectModel model:
                    EmitObject(model, name);
                    break;
            }
        }

        _constraints.EmitPatterns(source);
    }

    private void EmitSwitch(IReadOnlyList<MemberModel> members, List<string> locals)
        => source.Block("switch (scope.Current)", () =>
        {
            for (var i = 0; i < members.Count; i++)
            {
                source.Line($"case {i}: {ReadMember(members[i], locals[i])} break;");
            }
        });

    private string ReadMember(MemberModel member, string local)
    {
        if (member.Assignment == MemberAssignment.None)
        {
            return "reader.Skip();";
        }

        var checks = string.Concat(member.Constraints.Select(constraint => $" {_constraints.Check(constraint, member.Value, local)}"));
        var statements = $"{local} = {ReadOrNull(member.Value)};{checks}";
        return member.IsRequired || member.Value.IsNullable
            ? statements
            : $"if (!reader.IsNullForDefault(ref scope)) {(checks.Length > 0 ? $"{{ {statements} }}" : statements)}";
    }

    private static string InitialValue(MemberModel member)
        => member.Default?.CSharp is { } constant && constant != "default" ? constant : member.Value is { IsNullable: false, IsReference: true } ? "null!" : "default";

    private string ReadOrNull(ValueModel value) => value.IsNullable ? $"reader.IsNull ? null : {Read(value)}" : Read(value);

    /// <summary>The expression that reads a value the reader stands on, which is not <c>null</c>.</summary>
    private string Read(ValueModel value) => value.Type switch
    {
        ScalarModel scalar => $"reader.{scalar.Read}",
        AnythingModel anything => $"reader.{anything.Read}",
        ListModel list => list.Conversion.Replace("{0}", $"reader.ReadList<{list.Element.CSharp}>({Lambda(ReadOrNull(list.Element))})"),
        DictionaryModel dictionary => dictionary.Conversion.Replace("{0}", ReadDictionary(dictionary)),
        _ => $"{_methods.For(value.Type)}(ref reader)",
    };

    private string ReadDictionary(DictionaryModel type)
    {
        var readValue = Lambda(ReadOrNull(type.Value));
        return type.Key switch
        {
            ScalarModel { CSharp: "string" } => $"reader.ReadDictionary<{type.Value.CSharp}>({readValue})",
            ScalarModel key => $"reader.ReadDictionary<{key.CSharp}, {type.Value.CSharp}>({Lambda($"reader.ReadIntegerKey<{key.CSharp}>()")}, {readValue})",
            var key => $"reader.ReadDictionary<{key.CSharp}, {type.Value.CSharp}>({Lambda($"{_methods.For(key)}(ref reader)")}, {readValue})",
        };
    }

    private static string Lambda(string body) => $"static (ref {Reader} reader) => {body}";

    private void EmitEnum(EnumModel type, string name)
    {
        var names = CSharpText.Utf8(string.Join("\n", type.Members.Select(static m => m.JsonName)));
        var single = type.IsFlags ? $"{name}Flag" : name;
        if (type.IsFlags)
        {
            source.Block($"private static {type.CSharp} {name}(ref {Reader} reader)", () =>
            {
                source.Line($"{type.CSharp} flags = default;");
                source.Line($"foreach (var flag in reader.ReadList<{type.CSharp}>({Lambda($"{single}(ref reader)")})) flags |= flag;");
                source.Line("return flags;");
            });
            source.Line();
        }

        source.Block($"private static {type.CSharp} {single}(ref {Reader} reader) => reader.ReadName({names}) switch", () =>
        {
            for (var i = 0; i < type.Members.Count; i++)
            {
                source.Line($"{i} => {type.CSharp}.{Defaults.EscapedIdentifier(type.Members[i].CSharpName)},");
            }

            source.Line("_ => default,");
        }, close: "};");
    }

    private void EmitUnion(UnionModel type, string name)
    {
        var discriminators = type.Cases.Select(static c => c.Discriminator!).ToArray();
        var property = CSharpText.Utf8(discriminators[0].Property);
        var names = CSharpText.Utf8(string.Join("\n", discriminators.Select(static d => d.Value)));
        source.Block($"private static {type.CSharp} {name}(ref {Reader} reader) => reader.FindCase({property}, {names}) switch", () =>
        {
            for (var i = 0; i < type.Cases.Count; i++)
            {
                source.Line($"{i} => {_methods.For(type.Cases[i])}(ref reader),");
            }

            source.Line("_ => default!,");
        }, close: "};");
    }

    private void EmitObject(ObjectModel type, string name)
    {
        source.Block($"private static {type.CSharp} {name}(ref {Reader} reader)", () =>
        {
            var locals = EmitMembers(type.Members, "value");
            source.Line("if (reader.Failed) return default!;");
            var all = type.Members.Select((member, i) => (Member: member, Local: locals[i], Position: i)).ToArray();
            var later = all.Where(static m => m.Member.Assignment is MemberAssignment.Setter or MemberAssignment.InitAccessor).ToArray();
            source.Line($"{(later.Length == 0 ? "return" : "var value =")} {Creation(type, all)};");
            foreach (var (member, local, position) in later)
            {
                source.Line($"if (scope.Has({position})) {Set(type, name, member, local)};");
            }

            if (later.Length > 0)
            {
                source.Line("return value;");
            }
        });
        EmitInitAccessors(type, name);
    }

    private static string Creation(ObjectModel type, (MemberModel Member, string Local, int Position)[] members)
    {
        var bound = members.Where(static m => m.Member.Assignment == MemberAssignment.Argument).ToArray();
        if (type.Kind == ObjectKind.Tuple)
        {
            return $"({string.Join(", ", bound.Select(static m => m.Local))})";
        }

        var arguments = string.Join(", ", bound.Select(static m => $"{Defaults.EscapedIdentifier(m.Member.CSharpName)}: {m.Local}"));
        var initializers = string.Join(", ", members.Where(static m => m.Member.Assignment == MemberAssignment.Initializer)
            .Select(static m => $"{Defaults.EscapedIdentifier(m.Member.CSharpName)} = {m.Local}"));
        return $"new {type.CSharp}({arguments}){(initializers.Length > 0 ? $" {{ {initializers} }}" : "")}";
    }

    private static string Set(ObjectModel type, string name, MemberModel member, string local)
        => member.Assignment == MemberAssignment.Setter
            ? $"value.{Defaults.EscapedIdentifier(member.CSharpName)} = {local}"
            : $"{InitAccessor(name, member)}({(type.Kind == ObjectKind.Struct ? "ref " : "")}value, {local})";

    // An init property that did not come has to keep the value of its initialiser, so it cannot stand in the object initialiser.
    private void EmitInitAccessors(ObjectModel type, string name)
    {
        foreach (var member in type.Members.Where(static m => m.Assignment == MemberAssignment.InitAccessor))
        {
            source.Line();
            source.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{member.CSharpName}\")]");
            source.Line($"private static extern void {InitAccessor(name, member)}({(type.Kind == ObjectKind.Struct ? "ref " : "")}{member.DeclaredIn} target, {member.Value.CSharp} value);");
        }
    }

    private static string InitAccessor(string name, MemberModel member) => $"{name}_Set{member.CSharpName}";

    private static string UniqueLocal(string name, HashSet<string> taken)
    {
        var local = ToolNames.ForMember(name);
        while (WriterEmitter.Declares(local) || !taken.Add(Defaults.EscapedIdentifier(local)))
        {
            local += "Value";
        }

        return Defaults.EscapedIdentifier(local);
    }
}
