namespace GlmTools.Cli.Loading;

/// <summary>Makes an assembly of a project, by <c>dotnet build</c>.</summary>
/// <param name="configuration">The configuration, <c>Debug</c> or <c>Release</c>.</param>
/// <param name="isBuilt">Whether the build is done already.</param>
internal sealed class ProjectBuild(string configuration, bool isBuilt)
{
    /// <summary>What MSBuild says of a target that is not there.</summary>
    private const string NoTarget = "MSB4057";

    /// <summary>Builds the project.</summary>
    /// <returns>The path of the assembly.</returns>
    /// <exception cref="CliException">It does not build, or has not been built.</exception>
    public async Task<string> RunAsync(string project, CancellationToken cancellationToken)
    {
        if (!isBuilt)
        {
            await BuildAsync(project, [], cancellationToken).ConfigureAwait(false);
        }

        var asked = await DotNet(project, cancellationToken, "msbuild", project, "-nologo", $"-p:Configuration={configuration}", "-getProperty:TargetPath").ConfigureAwait(false);
        var path = asked.Output.Trim();
        return path switch
        {
            _ when asked.ExitCode != 0 => throw new CliException($"{project} cannot be evaluated: {asked.FirstError}"),
            "" => throw new CliException($"{project} has several target frameworks; build it and name the assembly of one."),
            _ when !File.Exists(path) => throw new CliException($"{path} is not there; build the project first: dotnet build {project} -c {configuration}"),
            _ => path,
        };
    }

    /// <summary>Builds the project, with a target or properties if need be.</summary>
    /// <exception cref="CliException">It does not build; the message holds the first error.</exception>
    public async Task BuildAsync(string project, string[] arguments, CancellationToken cancellationToken)
    {
        var built = await DotNet(project, cancellationToken, ["build", project, "-nologo", "-v:q", "-c", configuration, .. arguments]).ConfigureAwait(false);
        if (built.Output.Contains(NoTarget, StringComparison.Ordinal))
        {
            throw new CliException($"{project} does not know the target GlmToolsLock; it comes with the package GlmTools, which the project has to reference.");
        }

        if (built.ExitCode != 0)
        {
            throw new CliException($"{project} does not build: {built.FirstError}");
        }
    }

    private static Task<ProcessOutput> DotNet(string project, CancellationToken cancellationToken, params string[] arguments)
        => ProcessOutput.OfAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments, Path.GetDirectoryName(project)!, cancellationToken);
}
