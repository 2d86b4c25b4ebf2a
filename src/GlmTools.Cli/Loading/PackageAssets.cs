using System.Text.Json;

namespace GlmTools.Cli.Loading;

/// <summary>
/// The assemblies of packages that a library does not have beside it: the build copies them only to programs. They are where NuGet
/// keeps packages, and the <c>.deps.json</c> of the library says which.
/// </summary>
internal sealed class PackageAssets
{
    private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

    private PackageAssets()
    {
    }

    /// <summary>The packages of an assembly; none where it has no <c>.deps.json</c>.</summary>
    public static PackageAssets Of(string assembly)
    {
        var assets = new PackageAssets();
        var file = Path.ChangeExtension(assembly, ".deps.json");
        if (File.Exists(file))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            assets.Read(json.RootElement);
        }

        return assets;
    }

    /// <summary>The file of an assembly, or <see langword="null"/>.</summary>
    public string? Find(string name) => _files.GetValueOrDefault(name);

    private void Read(JsonElement root)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var libraries = root.GetProperty("libraries");
        var target = root.GetProperty("targets").GetProperty(root.GetProperty("runtimeTarget").GetProperty("name").GetString()!);
        foreach (var library in target.EnumerateObject().Where(static library => library.Value.TryGetProperty("runtime", out _)))
        {
            if (libraries.GetProperty(library.Name).TryGetProperty("path", out var path))
            {
                foreach (var asset in library.Value.GetProperty("runtime").EnumerateObject())
                {
                    var file = Path.Combine(folder, path.GetString()!, asset.Name);
                    if (File.Exists(file))
                    {
                        _files.TryAdd(Path.GetFileNameWithoutExtension(file), file);
                    }
                }
            }
        }
    }
}
