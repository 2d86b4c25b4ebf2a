using System.Reflection;
using GlmTools.Benchmarks.Dispatching;
using Microsoft.Extensions.AI;

namespace GlmTools.Benchmarks.Startup;

/// <summary>AIFunctionFactory of Microsoft.Extensions.AI.</summary>
internal static class FactoryTools
{
    private static readonly List<AIFunction> Functions = [];

    public static int Create()
    {
        foreach (var method in typeof(TenTools).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            Functions.Add(AIFunctionFactory.Create(method, target: null));
        }

        return Functions.Sum(static function => function.JsonSchema.GetRawText().Length);
    }

    public static string Call(string arguments) => FunctionFactory.Call(Functions[1], arguments);
}
