namespace GlmTools.Generators.Parsing;

/// <summary>What a bound of a number has to know about its type.</summary>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The greatest value.</param>
/// <param name="IsInteger">Whether it has no fractions.</param>
/// <param name="Suffix">What a literal of it ends with.</param>
internal sealed record NumberType(double Minimum, double Maximum, bool IsInteger, string Suffix)
{
    private static readonly Dictionary<string, NumberType> Types = new()
    {
        ["sbyte"] = new(sbyte.MinValue, sbyte.MaxValue, true, ""),
        ["byte"] = new(byte.MinValue, byte.MaxValue, true, ""),
        ["short"] = new(short.MinValue, short.MaxValue, true, ""),
        ["ushort"] = new(ushort.MinValue, ushort.MaxValue, true, ""),
        ["int"] = new(int.MinValue, int.MaxValue, true, ""),
        ["uint"] = new(uint.MinValue, uint.MaxValue, true, "U"),
        ["long"] = new(long.MinValue, long.MaxValue, true, "L"),
        ["ulong"] = new(ulong.MinValue, ulong.MaxValue, true, "UL"),
        ["float"] = new(float.MinValue, float.MaxValue, false, "F"),
        ["double"] = new(double.MinValue, double.MaxValue, false, "D"),
        ["decimal"] = new((double)decimal.MinValue, (double)decimal.MaxValue, false, "M"),
    };

    public static NumberType? Of(string csharp) => Types.TryGetValue(csharp, out var type) ? type : null;
}
