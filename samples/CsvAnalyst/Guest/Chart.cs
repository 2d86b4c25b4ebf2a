using CsvAnalyst.Drawing;

namespace CsvAnalyst.Guest;

/// <summary>Draws charts; the last one is kept.</summary>
public static class Chart
{
    internal const string FileName = "chart.png";

    private const int MaxPoints = 200;

    /// <summary>Draws a bar for each value.</summary>
    public static void Bar(string title, IEnumerable<string> labels, IEnumerable<double> values) => Draw(title, labels, values, isLine: false);

    /// <summary>Draws a line through the values.</summary>
    public static void Line(string title, IEnumerable<string> labels, IEnumerable<double> values) => Draw(title, labels, values, isLine: true);

    private static void Draw(string title, IEnumerable<string> labels, IEnumerable<double> values, bool isLine)
    {
        var (names, numbers) = (labels.Take(MaxPoints + 1).ToList(), values.Take(MaxPoints + 1).ToList());
        if (names.Count != numbers.Count || numbers.Count is 0 or > MaxPoints || numbers.Exists(static number => !double.IsFinite(number)))
        {
            throw new ArgumentException($"A chart takes 1 to {MaxPoints} finite values, and a label for each; these are {numbers.Count} values and {names.Count} labels.");
        }

        PngFile.Write(FileName, new ChartPainter(title, names, numbers).Paint(isLine));
    }
}
