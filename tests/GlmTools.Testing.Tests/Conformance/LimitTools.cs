using System.ComponentModel.DataAnnotations;

namespace GlmTools.Testing.Tests.Conformance;

/// <summary>A tool for each rule a schema may have.</summary>
internal static class LimitTools
{
    [Flags]
    public enum Days
    {
        None = 0,
        Mon = 1,
        Tue = 2,
    }

    public enum Fruit
    {
        Apple,
        Pear,
    }

    public abstract record Shape
    {
        public sealed record Circle([property: Range(0.0, 100.0, MinimumIsExclusive = true)] double Radius) : Shape;

        public sealed record Square(int Side, string? Note = null) : Shape;
    }

    public sealed record Node([property: MinLength(1)] string Name, IReadOnlyList<Node> Children, Node? Parent = null);

    public sealed record Leg(string From, string To, DateOnly On, Fruit? Snack = null);

    /// <summary>Takes integers of many sizes.</summary>
    [GlmTool]
    public static void Integers(sbyte i8, byte u8, int i32, ulong u64, Int128 i128, [Range(1, 10)] int few, [Range(-5, -1)] long below, int? none = null)
    {
    }

    /// <summary>Takes numbers within bounds.</summary>
    [GlmTool]
    public static void Numbers(float f32, double f64, decimal exact, [Range(0.5, 2.5)] double from, [Range(0.0, 1.0, MinimumIsExclusive = true, MaximumIsExclusive = true)] double within, [Range(typeof(decimal), "0.1", "7.5")] decimal share)
    {
    }

    /// <summary>Takes texts of a shape.</summary>
    [GlmTool]
    public static void Texts([StringLength(5, MinimumLength = 2)] string code, [RegularExpression(@"[A-Z]{2}-\d+|x")] string sku, [EmailAddress] string mail, [Url] string page, [RegularExpression("^https://.+$"), Url] string secure, [Base64String] string data, char letter, byte[] bytes, string free = "x")
    {
    }

    /// <summary>Takes texts of a format.</summary>
    [GlmTool]
    public static void Formats(DateTimeOffset at, DateTime moment, DateOnly day, TimeOnly time, TimeSpan span, Guid id, Uri link, Version version)
    {
    }

    /// <summary>Takes one of some values.</summary>
    [GlmTool]
    public static void Choices(Fruit fruit, Days days, [AllowedValues("a", "b")] string allowed, [DeniedValues("x", "text")] string denied, [AllowedValues(1, 7)] int number, Fruit? other = null)
    {
    }

    /// <summary>Takes lists.</summary>
    [GlmTool]
    public static void Collections([MinLength(1), MaxLength(3)] int[] some, HashSet<string> set, List<Leg> legs, Fruit[][] rows, [MinLength(2)] List<bool> flags)
    {
    }

    /// <summary>Takes dictionaries.</summary>
    [GlmTool]
    public static void Dictionaries(Dictionary<string, int> counts, Dictionary<Fruit, Leg> byFruit, Dictionary<int, bool> byNumber, [MinLength(1), MaxLength(2)] Dictionary<string, string> few)
    {
    }

    /// <summary>Takes objects in objects.</summary>
    [GlmTool]
    public static void Nested(Leg there, Leg? back, Shape shape, Node tree, (int X, string Y) pair)
    {
    }

    /// <summary>Takes any JSON.</summary>
    [GlmTool]
    public static void Anything(System.Text.Json.JsonElement value, System.Text.Json.Nodes.JsonObject members, System.Text.Json.Nodes.JsonArray items)
    {
    }

    /// <summary>Repaired arguments never reach it.</summary>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public static void Delete(string name, [Range(1, 3)] int times, Fruit fruit = Fruit.Apple)
    {
    }

    /// <summary>Takes nothing.</summary>
    [GlmTool]
    public static void Nothing()
    {
    }
}
