namespace GlmTools.Cli.Loading;

/// <summary>Where tools come from: an assembly, or a project that is built first. A folder stands for the project in it.</summary>
internal static class ToolSource
{
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Loads the tools of an assembly, a project or a folder with one.</summary>
    /// <param name="source">The path.</param>
    /// <param name="build">How a project is made an assembly.</param>
    /// <param name="cancellationToken">Gives up, and ends the build.</param>
    /// <exception cref="CliException">There is nothing to load.</exception>
    public static async Task<ToolAssembly> LoadAsync(string source, ProjectBuild build, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(source);
        if (ProjectOf(path) is { } project)
        {
            return ToolAssembly.Load(await build.RunAsync(project, cancellationToken).ConfigureAwait(false));
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".dll" => ToolAssembly.Load(path),
            ".exe" => ToolAssembly.Load(Path.ChangeExtension(path, ".dll")),
            ".sln" or ".slnx" => throw new CliException($"{source} is a solution; name one of its projects, or a built assembly."),
            _ => throw new CliException($"{source} is no assembly (.dll) and no project (.csproj)."),
        };
    }

    /// <summary>The project that a path means; <see langword="null"/> where it is a file of another kind.</summary>
    /// <exception cref="CliException">Nothing is there, or a folder without exactly one project.</exception>
    public static string? ProjectOf(string path)
    {
        path = Path.GetFullPath(path);
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? IsProject(path) ? path : null : throw new CliException($"{path} is not there.");
        }

        var projects = Directory.GetFiles(path).Where(IsProject).Order(StringComparer.Ordinal).ToArray();
        return projects switch
        {
            [var only] => only,
            [] => throw new CliException($"{path} holds no project; name a project or a built assembly."),
            _ => throw new CliException($"{path} holds {projects.Length} projects; name one: {string.Join(", ", projects.Select(Path.GetFileName))}."),
        };
    }

    private static bool IsProject(string path) => Projects.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
