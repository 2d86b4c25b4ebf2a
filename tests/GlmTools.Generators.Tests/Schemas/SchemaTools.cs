using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>Tools with every kind of schema, which snapshots show and the oracle judges.</summary>
internal static class SchemaTools
{
    private static readonly Lazy<Tools> Compiled = new(() => Generated.From("""
        using System.ComponentModel.DataAnnotations;
        namespace Demo;
        public enum Unit { Celsius, [JsonStringEnumMemberName("°F")] Fahrenheit, Alias = Celsius }
        public enum Size : byte { Small = 1, Large = 200 }
        /// <param name="Street">The street.</param>
        public record Address(string Street, int? Number = null)
        {
            /// <summary>Two letters.</summary>
            public string Country { get; init; } = "CN";
            [JsonPropertyName("post code")] public required string PostCode { get; init; }
            public Unit[] Units { get; set; } = [];
        }
        public record Person(string Name, Address Home, Address? Work = null, Dictionary<string, Address>? Others = null);
        public record struct Point(double X, double Y = 0);
        [Flags] public enum Rights { None, Read = 1, Write = 2 }
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")] public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        public sealed record Square(double Side, Unit? Unit = null) : Shape;
        public class Everything
        {
            /// <summary>获取指定城市的天气信息</summary>
            /// <param name="location">城市, 如: 北京</param>
            /// <param name="unit">温度单位</param>
            [GlmTool("get_current_weather")] public void Weather(string location, Unit unit = Unit.Celsius, CancellationToken cancellationToken = default) { }
            /// <summary>Takes nothing.</summary>
            [GlmTool("nothing")] public void Nothing() { }
            /// <summary>Takes each scalar.</summary>
            [GlmTool("scalars")] public void Scalars(string text, char letter, bool flag, sbyte i8, byte u8, short i16, ushort u16, int i32, uint u32, long i64, ulong u64,
                float f32, double f64, decimal exact, Unit unit, Size size, DateTime moment, DateTimeOffset instant, DateOnly day, TimeOnly time, TimeSpan span, Guid id, Uri link) { }
            /// <summary>Takes each scalar or nothing.</summary>
            [GlmTool("optionals")] public void Optionals(string? text, char? letter = null, bool? flag = null, int? i32 = 7, ulong? u64 = null, double? f64 = null, decimal exact = 1.50M,
                Unit? unit = Unit.Fahrenheit, DateTime? moment = null, DateOnly day = default, TimeOnly? time = null, TimeSpan span = default, Guid? id = null, Uri? link = null, string quoted = "\"北京\"\n") { }
            /// <summary>Takes lists.</summary>
            [GlmTool("lists")] public void Lists(int[] numbers, IReadOnlyList<string> texts, List<Unit>? units, IEnumerable<Point> points, int[][] rows, bool?[] flags) { }
            /// <summary>Takes dictionaries.</summary>
            [GlmTool("dictionaries")] public void Dictionaries(Dictionary<string, int> counts, IReadOnlyDictionary<string, Point[]>? points = null) { }
            /// <summary>Takes dictionaries by other keys.</summary>
            [GlmTool("keys")] public void Keys(Dictionary<Unit, int> byUnit, Dictionary<int, bool> byNumber) { }
            /// <summary>Takes what C# has names for and JSON has not.</summary>
            [GlmTool("others")] public void Others(Rights rights, (int X, string? Name) pair, Version version, Shape shape, System.Collections.Immutable.ImmutableArray<Shape> shapes) { }
            /// <summary>Takes a person.</summary>
            [GlmTool("person")] public void Person(Person person, Point? at = null) { }
            /// <summary>Takes what is limited.</summary>
            [GlmTool("limits")] public void Limits([Range(1, 10)] int count, [Range(0.5, double.MaxValue)] double weight, [StringLength(5, MinimumLength = 2)] string code, [MinLength(1), MaxLength(2)] string[] tags) { }
        }
        """).Tools("Demo.Everything"));

    public static Tools All => Compiled.Value;

    public static GlmToolSet Only(params string[] names) => All.Set.Where(tool => names.Contains(tool.Name));
}
