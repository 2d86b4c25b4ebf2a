using GlmTools.Benchmarks.Shapes;
using NJsonSchema;

namespace GlmTools.Benchmarks.Startup;

/// <summary>NJsonSchema makes schemas, and calls nothing.</summary>
internal static class NJsonSchemaTools
{
    private static readonly Type[] Shapes = [typeof(StatusArguments), typeof(WeatherArguments), typeof(OrderArguments), typeof(SearchArguments)];

    public static int Create() => Enumerable.Range(0, 10).Sum(static number => JsonSchema.FromType(Shapes[number % 4]).ToJson().Length);
}
