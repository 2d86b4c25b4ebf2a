using System.Globalization;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>A number and what it counts.</summary>
/// <param name="Name">The heading of its column.</param>
/// <param name="Value">The number.</param>
internal sealed record Figure(string Name, double Value)
{
    /// <summary>The number with as many digits as mean something.</summary>
    public string Text => Value.ToString(
        Math.Abs(Value) switch
        {
            0 => "0",
            < 10 => "0.00",
            < 100 => "0.0",
            _ => "#,0",
        },
        CultureInfo.InvariantCulture);
}
