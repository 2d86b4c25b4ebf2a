namespace GlmTools.Benchmarks.Measuring;

/// <summary>What many figures come to.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>
    /// The ratio of cases to the limits they lie between: limit, case, limit, case, limit. Each is compared with both of its neighbours by itself,
    /// because on a busy machine the mean of two is slow more often than one.
    /// </summary>
    public static double Ratio(IReadOnlyList<double> cases, IReadOnlyList<double> limits)
        => Median(cases.SelectMany((own, position) => (double[])[own / limits[position], own / limits[position + 1]]));

    /// <summary>The smallest value that this part of all values does not exceed.</summary>
    public static double Quantile(IEnumerable<double> values, double part)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(part * (sorted.Length - 1))];
    }
}
