using System.Collections;
using System.Reflection;

namespace GlmTools.Generators.Tests.Answers;

/// <summary>A <see cref="GlmAnswer{T}"/> of a type that is only known at run time.</summary>
internal sealed class Answer(object answer)
{
    public GlmToolError? Error => (GlmToolError?)Get("Error");

    public IReadOnlyList<string> Repairs => (IReadOnlyList<string>)Get("Repairs")!;

    public object? Value => Get("Value");

    public IEnumerable<string> Items => ((IEnumerable)Value!).Cast<object>().Select(static item => $"{item}");

    private object? Get(string property)
    {
        try
        {
            return answer.GetType().GetProperty(property)!.GetValue(answer);
        }
        catch (TargetInvocationException failure)
        {
            throw failure.InnerException!;
        }
    }
}
