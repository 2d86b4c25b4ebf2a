using System.Runtime.CompilerServices;
using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Answers;

/// <summary>The schemas of an assembly in the hands of a test: found by the names of their types.</summary>
internal sealed class Answers
{
    private readonly Generated _generated;

    public Answers(Generated generated)
    {
        // As the first line of a program would; nothing of these sources runs before a test asks.
        _generated = generated;
        RuntimeHelpers.RunModuleConstructor(generated.Type("Demo.Uses").Module.ModuleHandle);
    }

    /// <summary>The schema of a type, named as <c>Demo.Report</c>, or as C# does without namespaces: <c>List&lt;Report&gt;</c>.</summary>
    public Schema Schema(string type) => new(typeof(GlmSchema<>).MakeGenericType(Named(type)));

    /// <summary>Reads an answer.</summary>
    public Answer Read(string type, string answer) => Schema(type).Read(answer);

    private Type Named(string name) => name switch
    {
        "String" => typeof(string),
        "Int32?" => typeof(int?),
        "Boolean" => typeof(bool),
        "DateOnly" => typeof(DateOnly),
        "(Int32, Int32)" => typeof((int, int)),
        "JsonNode" => typeof(System.Text.Json.Nodes.JsonNode),
        "Dictionary<String, Int32>" => typeof(Dictionary<string, int>),
        "List<Report>" => typeof(List<>).MakeGenericType(_generated.Type("Demo.Report")),
        "Point[]" => _generated.Type("Demo.Point").MakeArrayType(),
        _ => _generated.Type(name),
    };
}
