using System.Globalization;
using System.Text.Json;

namespace GlmTools.Benchmarks.Checking;

/// <summary>
/// The most each exact figure may come to: what it came to when it was last looked at, so that nobody makes it more unnoticed. Those of the loop
/// have 2 % of room, because threads of a pool are among what they count, and those in megabytes 5 %.
/// </summary>
internal static class Budgets
{
    /// <summary>
    /// How often a figure over its budget is measured again: what else happens in a process, such as code that is not compiled for good
    /// yet, only ever adds.
    /// </summary>
    private const int Attempts = 5;

    /// <summary>Compares all figures, and says which exceed their budget or have none.</summary>
    /// <returns>Whether all is within its budget.</returns>
    public static bool Check(IEnumerable<ExactFigure> figures)
    {
        var budgets = Read();
        var breaches = figures.Select(figure => Check(figure, budgets)).Count(static kept => !kept);
        foreach (var name in budgets.Keys)
        {
            breaches++;
            Console.WriteLine($"BREACH  {name}: has a budget, but nothing measures it; take it out of budgets.json.");
        }

        Console.WriteLine(breaches == 0 ? "Every figure is within its budget." : string.Create(CultureInfo.InvariantCulture, $"{breaches} breaches."));
        return breaches == 0;
    }

    private static bool Check(ExactFigure figure, Dictionary<string, double> budgets)
    {
        var isKnown = budgets.Remove(figure.Name, out var budget);
        var measured = Least(figure, budget);
        if (!isKnown)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BREACH  {figure.Name}: {measured}, and no budget; add it to budgets.json."));
            return false;
        }

        var kept = measured <= budget;
        var verdict = kept ? "ok    " : "BREACH";
        var advice = kept ? "" : "; find what grew, or raise the budget and say why";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict}  {figure.Name}: {measured} of {budget}{advice}"));
        return kept;
    }

    private static double Least(ExactFigure figure, double enough)
    {
        var least = double.MaxValue;
        for (var attempt = 0; attempt < Attempts && least > enough; attempt++)
        {
            least = Math.Min(least, Math.Round(figure.Measure(), 1));
        }

        return least;
    }

    private static Dictionary<string, double> Read()
    {
        using var file = typeof(Budgets).Assembly.GetManifestResourceStream("budgets.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, double>>(file)!;
    }
}
