using System.Reflection;
using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Answers;

/// <summary>A <see cref="GlmSchema{T}"/> of a type that is only known at run time.</summary>
internal sealed class Schema
{
    private readonly object _schema;

    public Schema(Type type)
    {
        try
        {
            _schema = type.GetProperty("Default")!.GetValue(null)!;
        }
        catch (TargetInvocationException failure)
        {
            throw failure.InnerException!;
        }
    }

    public GlmTool AnswerTool => (GlmTool)_schema.GetType().GetProperty("AnswerTool")!.GetValue(_schema)!;

    public string ToJson(bool indented = false) => (string)_schema.GetType().GetMethod("ToJson")!.Invoke(_schema, [indented])!;

    public Answer Read(string answer) => new(_schema.GetType().GetMethod("Read")!.Invoke(_schema, [new ReadOnlyMemory<byte>(Tools.Utf8(answer))])!);
}
