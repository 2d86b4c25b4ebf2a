using System.ComponentModel.DataAnnotations;
using System.Numerics;
using System.Text.Json;
using GlmTools;

namespace LocalServer;

/// <summary>A tool for each keyword a schema can have, so that what a server makes of a keyword has a figure of its own.</summary>
internal static class Keywords
{
    /// <summary>Plain values of JSON.</summary>
    [GlmTool]
    public static void Plain(string text, bool flag, double number) { }

    /// <summary>Integers of 64 bits and more.</summary>
    [GlmTool]
    public static void Large(long i64, Int128 i128, BigInteger any) { }

    /// <summary>Integers that are smaller than what JSON can hold.</summary>
    [GlmTool]
    public static void Small(byte u8, short i16, int i32) { }

    /// <summary>Numbers that hold less than a double.</summary>
    [GlmTool]
    public static void Narrow(Half half, float single, decimal exact) { }

    /// <summary>One character.</summary>
    [GlmTool]
    public static void Letter(char letter) { }

    /// <summary>Names of an enum, one and several.</summary>
    [GlmTool]
    public static void Enums(Types.Fruit fruit, Types.Weekdays days, Types.Fruit[] fruits) { }

    /// <summary>A day and a moment.</summary>
    [GlmTool]
    public static void Dates(DateOnly day, DateTime moment, DateTimeOffset instant) { }

    /// <summary>A time of day.</summary>
    [GlmTool]
    public static void Time(TimeOnly time) { }

    /// <summary>A span of time.</summary>
    [GlmTool]
    public static void Span(TimeSpan span) { }

    /// <summary>An identifier.</summary>
    [GlmTool]
    public static void Id(Guid id) { }

    /// <summary>A link.</summary>
    [GlmTool]
    public static void Link(Uri link) { }

    /// <summary>A version of two to four parts.</summary>
    [GlmTool]
    public static void Version(Version version) { }

    /// <summary>Bytes.</summary>
    [GlmTool]
    public static void Bytes(byte[] bytes) { }

    /// <summary>Lists of lists.</summary>
    [GlmTool]
    public static void Lists(IReadOnlyList<string> texts, int?[][] rows) { }

    /// <summary>A set.</summary>
    [GlmTool]
    public static void Set(IReadOnlySet<bool> flags) { }

    /// <summary>A dictionary with any key.</summary>
    [GlmTool]
    public static void Dictionary(Dictionary<string, bool> flags) { }

    /// <summary>A dictionary by an enum and one by numbers.</summary>
    [GlmTool]
    public static void Keys(Dictionary<Types.Fruit, bool> byFruit, Dictionary<int, bool> byNumber) { }

    /// <summary>What may be left out.</summary>
    [GlmTool]
    public static void Optional(string? text = null, bool flag = true, Types.OrderLine? line = null) { }

    /// <summary>Integers between bounds.</summary>
    [GlmTool]
    public static void Range([Range(-7, 120)] int both, [Range(3, long.MaxValue)] long above, [Range(int.MinValue, -1)] int below) { }

    /// <summary>Numbers between bounds.</summary>
    [GlmTool]
    public static void NumberRange([Range(0.0, 1.0)] double share, [Range(0.0, double.MaxValue, MinimumIsExclusive = true)] double positive) { }

    /// <summary>Texts of a length.</summary>
    [GlmTool]
    public static void Length([StringLength(8, MinimumLength = 2)] string text, [MinLength(3)] string atLeast, [MaxLength(4)] string atMost) { }

    /// <summary>Lists of a length.</summary>
    [GlmTool]
    public static void Items([MinLength(1), MaxLength(3)] bool[] flags) { }

    /// <summary>A dictionary of a size.</summary>
    [GlmTool]
    public static void Properties([MinLength(1), MaxLength(2)] Dictionary<string, bool> flags) { }

    /// <summary>Texts of a pattern.</summary>
    [GlmTool]
    public static void Pattern([RegularExpression(@"[A-Z]{2}-\d{2,4}")] string code, [RegularExpression(@"(\w+)([.]\w+)*\@\w+\/?|\-+")] string address) { }

    /// <summary>A text of a pattern that names what it may not hold.</summary>
    [GlmTool]
    public static void Excluding([RegularExpression("[^@]+")] string name) { }

    /// <summary>A text of a pattern with white space.</summary>
    [GlmTool]
    public static void Spaces([RegularExpression(@"a\sb")] string text) { }

    /// <summary>An address for mail.</summary>
    [GlmTool]
    public static void Email([EmailAddress] string address) { }

    /// <summary>A text of bytes.</summary>
    [GlmTool]
    public static void Base64([Base64String] string bytes) { }

    /// <summary>One of some values.</summary>
    [GlmTool]
    public static void Allowed([AllowedValues("北京", "a\"b", "c\\d")] string text, [AllowedValues(1, 20, 300)] int number) { }

    /// <summary>None of some values.</summary>
    [GlmTool]
    public static void Denied([DeniedValues(0, 1, 2)] int number) { }

    /// <summary>One of the cases of a union.</summary>
    [GlmTool]
    public static void Union(Types.Payment payment, Types.Payment[] more) { }

    /// <summary>Objects that hold objects of their kind.</summary>
    [GlmTool]
    public static void Recursion(Types.Node root) { }

    /// <summary>Anything.</summary>
    [GlmTool]
    public static void Anything(JsonElement value) { }
}
