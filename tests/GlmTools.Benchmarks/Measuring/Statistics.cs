namespace GlmTools.Benchmarks.Measuring;

/// <summary>What many figures come to.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>The smallest value that this part of all values does not exceed.</summary>
    public static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(part * (sorted.Length - 1))];
    }
}
