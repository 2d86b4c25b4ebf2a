using System.Globalization;
using System.Text;

namespace GlmTools.Benchmarks.Generating;

/// <summary>Sources with as many tools as one likes: the four shapes again and again.</summary>
internal static class ToolSources
{
    /// <summary>The namespace of the classes.</summary>
    public const string Namespace = "Many";

    /// <summary>A file that no tool has to do with.</summary>
    public const string Unrelated = "namespace Other { class Some { int Number() => 1; } }";

    /// <summary>The types of the tools.</summary>
    public const string Shapes = """
        using System;
        using System.Collections.Generic;

        namespace Many.Shapes;

        public enum Unit { Celsius, Fahrenheit }

        public record Customer(string Name, string Email, string? Phone);

        public record Line(string Sku, int Quantity, decimal UnitPrice, string? Note);

        public record Order(string Id, Customer Customer, List<Line> Lines, DateTimeOffset PlacedAt, decimal? Discount);

        public record Result(int Count, string[] Ids);
        """;

    private const int ToolsOfClass = 50;

    private static readonly string[] Parameters =
    [
        "",
        "string city, Unit unit",
        "Order order",
        "string query, int page = 1, int pageSize = 20, bool exact = false, double minScore = 0.5, long afterId = 0, string sort = \"relevance\", float boost = 1f, bool descending = true, string lang = \"\", int year = 0",
    ];

    /// <summary>Files with a class each, of at most fifty tools.</summary>
    public static IEnumerable<string> Files(int tools)
        => Enumerable.Range(0, (tools + ToolsOfClass - 1) / ToolsOfClass).Select(number => Class(number, number * ToolsOfClass, Math.Min(tools, (number + 1) * ToolsOfClass)));

    /// <summary>A file with one class of all tools.</summary>
    public static string Class(int tools) => Class(0, 0, tools);

    private static string Class(int number, int first, int end)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"using System.ComponentModel;\nusing System.Threading.Tasks;\nusing GlmTools;\nusing Many.Shapes;\n\nnamespace {Namespace};\n\npublic static partial class Set{number}\n{{\n");
        for (var tool = first; tool < end; tool++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    [GlmTool, Description(\"Tool {tool}\")]\n    public static Task<Result> Call{tool}({Parameters[tool % Parameters.Length]}) => Task.FromResult(new Result({tool}, []));\n\n");
        }

        return text.Append("}\n").ToString();
    }
}
