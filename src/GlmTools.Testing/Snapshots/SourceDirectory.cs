using System.Reflection;

namespace GlmTools.Testing;

/// <summary>
/// Finds the directory of a test file. A deterministic build tells it as <c>/_/tests/WeatherTests.cs</c>, which is nowhere; but the
/// end of that path is below a directory that the build has noted in the assembly, or above the assembly itself.
/// </summary>
internal static class SourceDirectory
{
    /// <summary>The key of the assembly metadata that the targets of the package write.</summary>
    public const string MetadataKey = "GlmTools.ProjectDirectory";

    private static readonly char[] Separators = ['/', '\\'];

    /// <exception cref="DirectoryNotFoundException">The test file is not on this machine.</exception>
    public static string Of(string sourceFile) => Of(sourceFile, Roots());

    /// <inheritdoc cref="Of(string)"/>
    public static string Of(string sourceFile, IEnumerable<string> roots)
    {
        if (Path.IsPathFullyQualified(sourceFile) && File.Exists(sourceFile))
        {
            return Path.GetDirectoryName(sourceFile)!;
        }

        // The longest end that is found is the right one: a shorter one may be of another file of that name.
        var folders = roots.SelectMany(WithParents).Distinct().ToArray();
        var parts = sourceFile.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < parts.Length; start++)
        {
            var end = Path.Combine(parts[start..]);
            if (Array.Find(folders, folder => File.Exists(Path.Combine(folder, end))) is { } folder)
            {
                return Path.GetDirectoryName(Path.Combine(folder, end))!;
            }
        }

        throw new DirectoryNotFoundException(
            $"The test file '{sourceFile}' is not on this machine, so that nothing can be kept beside it. Run the tests where they were built, or set ToolSnapshotOptions.Directory to an absolute path.");
    }

    /// <summary>The name of a file, whichever system the path was written on.</summary>
    public static string FileName(string path) => path[(path.LastIndexOfAny(Separators) + 1)..];

    private static IEnumerable<string> Roots()
        => AppDomain.CurrentDomain.GetAssemblies()
            .SelectMany(static assembly => assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            .Where(static metadata => metadata is { Key: MetadataKey, Value: not null })
            .Select(static metadata => metadata.Value!)
            .Append(AppContext.BaseDirectory);

    private static IEnumerable<string> WithParents(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
