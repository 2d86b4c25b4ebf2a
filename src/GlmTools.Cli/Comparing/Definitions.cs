using System.IO.Compression;
using System.Text.Json.Nodes;
using GlmTools.Cli.Loading;

namespace GlmTools.Cli.Comparing;

/// <summary>
/// Reads definitions of tools from wherever they are: a file (lock file, schema, snapshot), an assembly, a project, or any of those as
/// a git revision has it, <c>REV:path</c>.
/// </summary>
internal static class Definitions
{
    /// <summary>The definitions as JSON.</summary>
    /// <exception cref="CliException">There are none.</exception>
    public static async Task<string> ReadAsync(string source, ProjectBuild build, CancellationToken cancellationToken)
        => Revision(source) is var (revision, path)
            ? await ReadAsync(revision, path, build, cancellationToken).ConfigureAwait(false)
            : IsJson(source)
                ? await File.ReadAllTextAsync(source, cancellationToken).ConfigureAwait(false)
                : Json(await ToolSource.LoadAsync(source, build, cancellationToken).ConfigureAwait(false));

    /// <summary>The definitions of an assembly, each with the type it belongs to, which two types may have of the same name.</summary>
    public static string Json(ToolAssembly assembly) => new JsonObject
    {
        ["tools"] = new JsonArray([.. assembly.Sets.SelectMany(static set => set.Tools, static (set, tool) =>
        {
            var definition = (JsonObject)JsonNode.Parse(tool.Utf8Definition)!;
            definition.Insert(0, "set", set.Name);
            return definition;
        })]),
    }.ToJsonString();

    // A drive has one letter, a revision more; a file that is there is that file.
    private static (string Revision, string Path)? Revision(string source)
        => source.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon && !Path.Exists(source) ? (source[..colon], source[(colon + 1)..]) : null;

    private static bool IsJson(string path) => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private static async Task<string> ReadAsync(string revision, string path, ProjectBuild build, CancellationToken cancellationToken)
    {
        if (IsJson(path))
        {
            return await GitAsync(".", cancellationToken, "show", $"{revision}:{path}").ConfigureAwait(false);
        }

        var root = (await GitAsync(".", cancellationToken, "rev-parse", "--show-toplevel").ConfigureAwait(false)).Trim();
        var folder = Directory.CreateTempSubdirectory("glmtools-diff-");
        try
        {
            // A copy of the tree, so that the working tree and the index are left alone.
            var archive = Path.Combine(folder.FullName, "tree.zip");
            await GitAsync(root, cancellationToken, "archive", "--format=zip", "-o", archive, revision).ConfigureAwait(false);
            var tree = Path.Combine(folder.FullName, "tree");
            await ZipFile.ExtractToDirectoryAsync(archive, tree, cancellationToken).ConfigureAwait(false);
            return Json(await ToolSource.LoadAsync(Path.Combine(tree, path), build, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            TryDelete(folder);
        }
    }

    private static async Task<string> GitAsync(string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var git = await ProcessOutput.OfAsync("git", arguments, Path.GetFullPath(folder), cancellationToken).ConfigureAwait(false);
        return git.ExitCode == 0 ? git.Output : throw new CliException($"git {string.Join(' ', arguments)}: {git.FirstError}");
    }

    private static void TryDelete(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception locked) when (locked is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a loaded assembly; it cleans that folder itself.
        }
    }
}
