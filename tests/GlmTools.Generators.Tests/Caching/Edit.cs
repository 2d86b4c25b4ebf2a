using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Caching;

/// <summary>Something a developer does to a project, and which generated files change by it.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Apply">How it is done.</param>
/// <param name="Changed">The files that change, appear or go; none for an edit that tools do not see.</param>
internal sealed record Edit(string Name, Func<Sources, Sources> Apply, params string[] Changed)
{
    /// <summary>Replaces a text that has to be there.</summary>
    public static Edit Replace(string name, string path, string before, string after, params string[] changed) => new(
        name,
        sources =>
        {
            var text = sources.Files.Single(file => file.Path == path).Text;
            Assert.Contains(before, text, StringComparison.Ordinal);
            return sources.With(path, text.Replace(before, after, StringComparison.Ordinal));
        },
        changed);

    public override string ToString() => Name;
}
