using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Caching;

/// <summary>A project with two tool classes and two answers that share types in another file, and a catalogue of edits to it.</summary>
internal static class Edits
{
    private const string Weather = "Demo.WeatherTools.g.cs";

    private const string Orders = "Demo.OrderTools.g.cs";

    private const string Summary = "Demo.Summary-schema.g.cs";

    private const string Moods = "System.Collections.Generic.List{Mood}-schema.g.cs";

    private const string Answers = "GlmTools-schemas.g.cs";

    public static Sources Project { get; } = new(
    [
        ("Answers.cs", """
            using Demo.Shared;

            namespace Demo;

            /// <summary>What was found out.</summary>
            [GlmSchema]
            public record Summary(string Text, Mood Mood)
            {
                public int Length() => Text.Length;
            }

            public class Asker
            {
                public object Schema => GlmSchema<List<Mood>>.Default;

                public int One() => 1;
            }
            """),
        ("Weather.cs", """
            using Demo.Shared;

            namespace Demo;

            public class WeatherTools : Base
            {
                /// <summary>Gets the weather.</summary>
                /// <param name="city">The city.</param>
                [GlmTool("get_weather")]
                public string GetWeather(string city, Unit unit = Unit.Celsius, int days = Defaults.Days)
                {
                    return city;
                }

                /// <summary>Lists the stations.</summary>
                [GlmTool]
                public Station[] Stations(string? near = null) => [];

                public string NotATool(string city) => city;
            }
            """),
        ("Orders.cs", """
            using Demo.Shared;

            namespace Demo;

            public static class OrderTools
            {
                /// <summary>Places an order.</summary>
                [GlmTool(Effect = GlmToolEffect.Destructive)]
                public static int Place(Order order) => order.Count;
            }
            """),
        ("Shared.cs", """
            namespace Demo.Shared;

            public enum Unit { Celsius, Fahrenheit }

            /// <param name="Name">The name.</param>
            public record Station(string Name, double Height);

            public record Order(string Article, int Count) { public string Note { get; init; } = ""; }

            public static class Defaults { public const int Days = 3; }

            public class Base { public string Own => ""; }

            public enum Mood { Good, Bad }
            """),
        ("Program.cs", """
            namespace Demo;

            public static class Program
            {
                public static string Run() => new WeatherTools().Tools.ToJson() + OrderTools.Tools.ToJson();
            }
            """),
    ]);

    public static IReadOnlyList<Edit> All { get; } =
    [
        // What tools do not see.
        Edit.Replace("a method body in a tool class", "Weather.cs", "return city;", "return city + \"!\";"),
        Edit.Replace("an unrelated file", "Program.cs", "public static string Run()", "public static int Two() => 2; public static string Run()"),
        Edit.Replace("a comment", "Weather.cs", "return city;", "/* as asked */ return city;"),
        Edit.Replace("white space", "Weather.cs", "    /// <summary>Lists", "\r\n\r\n        /// <summary>Lists"),
        Edit.Replace("a using", "Weather.cs", "using Demo.Shared;", "using Demo.Shared;\nusing System.Text;"),
        Edit.Replace("another method of a tool class", "Weather.cs", "NotATool(string city) => city", "NotATool(int city) => $\"{city}\""),
        Edit.Replace("an unrelated member of an unrelated type", "Shared.cs", "Own => \"\"", "Own => \"x\""),
        new("a file-scoped namespace made a block", static project => project.With("Orders.cs", Text(project, "Orders.cs").Replace("namespace Demo;", "namespace Demo {", StringComparison.Ordinal) + "\n}")),
        new("a class moved within its file", static project => project.With("Weather.cs", Text(project, "Weather.cs").Replace("public class WeatherTools", "public class First { public int A => 1; }\n\npublic class WeatherTools", StringComparison.Ordinal))),
        new("a tool class moved to another file", static project => project.With("Moved.cs", Text(project, "Orders.cs")).With("Orders.cs", null)),
        new("methods in another order", static project => project.With("Weather.cs", Reordered(Text(project, "Weather.cs")))),
        new("an unrelated file added", static project => project.With("New.cs", "namespace Demo; public class New { }")),
        Edit.Replace("the initialiser of a member", "Shared.cs", "init; } = \"\"", "init; } = \"none\""),

        Edit.Replace("a method of an answer", "Answers.cs", "=> Text.Length", "=> Text.Length + 1"),
        Edit.Replace("a line before a call that names an answer", "Answers.cs", "public object Schema", "// Asked for.\n    public object Schema"),
        Edit.Replace("a call that names an answer moved to another method", "Answers.cs", "int One() => 1", "object One() => GlmSchema<List<Mood>>.Default"),
        Edit.Replace("an answer that is marked named too", "Answers.cs", "int One() => 1", "object One() => GlmSchema<Summary>.Default"),
        Edit.Replace("an answer of a type parameter", "Answers.cs", "int One() => 1", "object One<T>() => GlmSchema<T>.Default"),
        new("an answer moved to another file", static project => project.With("Moved.cs", Text(project, "Answers.cs")).With("Answers.cs", null)),
        new("files in another order", static project => project with { Files = [.. project.Files.Reverse()] }),

        // What they do, in the same file.
        Edit.Replace("a doc comment", "Weather.cs", "Gets the weather.", "Tells the weather.", Weather),
        Edit.Replace("the description of a parameter", "Weather.cs", "The city.", "The city, like 北京.", Weather),
        Edit.Replace("the name in the attribute", "Weather.cs", "\"get_weather\"", "\"weather\"", Weather),
        Edit.Replace("the attribute removed", "Weather.cs", "[GlmTool(\"get_weather\")]", "", Weather),
        Edit.Replace("the effect", "Orders.cs", "GlmToolEffect.Destructive", "GlmToolEffect.Idempotent", Orders),
        Edit.Replace("the type of a parameter", "Weather.cs", "string city, Unit", "int[] city, Unit", Weather),
        Edit.Replace("the element type of a parameter", "Weather.cs", "string? near", "List<string>? near", Weather),
        Edit.Replace("a parameter renamed", "Orders.cs", "Place(Order order) => order.", "Place(Order what) => what.", Orders),
        Edit.Replace("a method renamed", "Orders.cs", "Place(", "Submit(", Orders),
        Edit.Replace("a default", "Weather.cs", "Unit.Celsius", "Unit.Fahrenheit", Weather),
        Edit.Replace("a nullable annotation", "Weather.cs", "string? near = null", "string near = \"\"", Weather),
        Edit.Replace("a method made async", "Orders.cs", "static int Place(Order order) => order.Count", "static Task<int> PlaceAsync(Order order) => Task.FromResult(order.Count)", Orders),
        Edit.Replace("an instance method made static", "Weather.cs", "public Station[]", "public static Station[]", Weather),
        Edit.Replace("a class made internal", "Orders.cs", "public static class", "internal static class", Orders),
        Edit.Replace("a parameter added", "Orders.cs", "Order order)", "Order order, CancellationToken cancellationToken)", Orders),
        Edit.Replace("a context parameter added", "Orders.cs", "Order order)", "Order order, GlmToolContext context)", Orders),
        Edit.Replace("the property renamed", "Orders.cs", "public static class", "[GlmToolSet(Property = \"Kit\")] public static class", Orders),
        Edit.Replace("a tool made generic", "Orders.cs", "Place(Order order)", "Place<T>(Order order)", Orders),
        Edit.Replace("a tool half typed", "Orders.cs", "Place(Order order) =>", "Place(Order order, Str", Orders),

        Edit.Replace("the docs of an answer", "Answers.cs", "What was found out.", "What is known.", Summary),
        Edit.Replace("a member added to an answer", "Answers.cs", "Mood Mood)", "Mood Mood, int Rank = 0)", Summary),
        Edit.Replace("a constraint on a member of an answer", "Answers.cs", "string Text", "[property: System.ComponentModel.DataAnnotations.MinLength(3)] string Text", Summary),
        Edit.Replace("the mark of an answer removed", "Answers.cs", "[GlmSchema]", "", Summary, Answers),
        Edit.Replace("an answer renamed", "Answers.cs", "record Summary", "record Result", Summary, "Demo.Result-schema.g.cs", Answers),
        Edit.Replace("another answer named", "Answers.cs", "int One() => 1", "object One() => GlmSchema<int>.Default", "System.Int32-schema.g.cs", Answers),
        Edit.Replace("a call that names another answer", "Answers.cs", "GlmSchema<List<Mood>>", "GlmSchema<Mood[]>", Moods, "Mood[]-schema.g.cs", Answers),
        new("all answers deleted", static project => project.With("Answers.cs", null), Summary, Moods, Answers),

        // What they see in other files.
        Edit.Replace("a member added to an enum of answers elsewhere", "Shared.cs", "Good, Bad }", "Good, Bad, Mixed }", Summary, Moods),
        Edit.Replace("a member added to an enum elsewhere", "Shared.cs", "Fahrenheit }", "Fahrenheit, Kelvin }", Weather),
        Edit.Replace("a member of an enum renamed on the wire elsewhere", "Shared.cs", "Fahrenheit }", "[JsonStringEnumMemberName(\"F\")] Fahrenheit }", Weather),
        Edit.Replace("a member added to a record elsewhere", "Shared.cs", "int Count)", "int Count, bool Express = false)", Orders),
        Edit.Replace("the type of a member elsewhere", "Shared.cs", "string Article", "Uri Article", Orders),
        Edit.Replace("a member renamed elsewhere", "Shared.cs", "string Note", "string Remark", Orders),
        Edit.Replace("an init member made settable elsewhere", "Shared.cs", "get; init;", "get; set;", Orders),
        Edit.Replace("a constant used as a default elsewhere", "Shared.cs", "Days = 3", "Days = 7", Weather),
        Edit.Replace("a member of a base class named like the property elsewhere", "Shared.cs", "string Own", "string Tools", Weather),

        // Whole classes.
        Edit.Replace("the namespace renamed", "Orders.cs", "namespace Demo;", "namespace Shop;", Orders, "Shop.OrderTools.g.cs"),
        Edit.Replace("a class renamed", "Orders.cs", "class OrderTools", "class Ordering", Orders, "Demo.Ordering.g.cs"),
        new("a tool class added before the others", static project => project.With("New.cs", "namespace Demo; public class Alarm { [GlmTool] public void Ring() { } }"), "Demo.Alarm.g.cs"),
        new("a tool class deleted", static project => project.With("Orders.cs", null), Orders),
        new("a tool added in another part of the class", static project => project
            .With("Weather.cs", Text(project, "Weather.cs").Replace("public class", "public partial class", StringComparison.Ordinal))
            .With("Part.cs", "namespace Demo; public partial class WeatherTools { [GlmTool] public int More() => 1; }"), Weather),
    ];

    private static string Text(Sources project, string path) => project.Files.Single(file => file.Path == path).Text;

    private static string Reordered(string text)
    {
        var (first, second) = (text.IndexOf("    /// <summary>Gets", StringComparison.Ordinal), text.IndexOf("    /// <summary>Lists", StringComparison.Ordinal));
        var end = text.IndexOf("    public string NotATool", StringComparison.Ordinal);
        return text[..first] + text[second..end] + text[first..second] + text[end..];
    }
}
