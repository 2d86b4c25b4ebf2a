using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Output;

/// <summary>
/// Compares generated files with those of <c>Baselines/{test}</c>: what they are called and what they hold. They are rewritten
/// under <c>GLMTOOLS_UPDATE_BASELINES=1</c> and never else, so that a second run cannot bless the first.
/// </summary>
internal static class Baseline
{
    private const string Switch = "GLMTOOLS_UPDATE_BASELINES";

    public static void AssertMatches(IReadOnlyDictionary<string, string> files, string test)
    {
        var folder = Path.Combine(TestFolder.Project, "Baselines", test);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Rewrite(folder, files);
        }

        var expected = Directory.Exists(folder) ? Directory.GetFiles(folder).Select(Path.GetFileName) : [];
        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Keys.Select(FileName).Order(StringComparer.Ordinal));
        foreach (var (hint, text) in files)
        {
            var path = Path.Combine(folder, FileName(hint));
            Assert.True(File.ReadAllText(path) == text, $"{path}\ndiffers from what is generated now ({Switch}=1 rewrites it):\n{FirstDifference(File.ReadAllText(path), text)}");
        }
    }

    /// <summary>The first line in which two texts differ, as both have it.</summary>
    public static string FirstDifference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\nexpected: {before.ElementAtOrDefault(line) ?? "(end)"}\nactual:   {after.ElementAtOrDefault(line) ?? "(end)"}";
    }

    private static string FileName(string hint) => $"{hint}.txt";

    private static void Rewrite(string folder, IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach (var (hint, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, FileName(hint)), text);
        }
    }
}
