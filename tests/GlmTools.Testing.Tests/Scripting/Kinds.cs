using System.ComponentModel;
using System.Numerics;
using System.Text.Json.Serialization;

namespace GlmTools.Testing.Tests.Scripting;

/// <summary>Tools whose arguments are of every kind the schema knows.</summary>
public interface IKinds
{
    [GlmTool, Description("Texts, numbers and times.")]
    public string Scalars(string text, char letter, bool flag, long big, Int128 huge, BigInteger endless, Half half, decimal money, Guid id, Uri link, Version version, byte[] bytes,
        DateTimeOffset at, DateOnly day, TimeOnly time, TimeSpan duration, double? nothing = null, int? some = null);

    [GlmTool, Description("Enums and flags.")]
    public string Names(Color color, Days days, Color? maybe = null, Color usual = Color.Red);

    [GlmTool, Description("Lists, sets and dictionaries.")]
    public string Many(IReadOnlyList<Point> points, HashSet<Color> colors, Dictionary<Color, int> counts, int[][] matrix);

    [GlmTool, Description("Unions of both kinds.")]
    public string Unions(Shape shape, IReadOnlyList<Pay> pays);

    [GlmTool, Description("A tuple.")]
    public string Move((int X, double DistanceY) by);
}

public enum Color
{
    Red,

    [JsonStringEnumMemberName("dark green")]
    Green,
}

[Flags]
public enum Days
{
    None = 0,
    Saturday = 1,
    Sunday = 2,
    Weekend = Saturday | Sunday,
}

public sealed record Point(int X, [property: JsonPropertyName("y-axis")] double Y, string? Label = null);

public abstract record Shape
{
    public sealed record Circle(double Radius) : Shape;

    public sealed record Line(Point From, Point To) : Shape;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Card), "card")]
public abstract record Pay;

public sealed record Card(string Number) : Pay;
