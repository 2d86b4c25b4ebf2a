using System.Reflection;
using System.Runtime.Loader;

namespace GlmTools.Cli.Loading;

/// <summary>
/// Loads an assembly with its own dependencies. GlmTools itself, and what its public types are made of, is the one of this program, so that
/// a tool there is a tool here.
/// </summary>
internal sealed class ToolLoadContext(string path) : AssemblyLoadContext(Path.GetFileName(path))
{
    private static readonly HashSet<string> Shared =
        [.. typeof(GlmTool).Assembly.GetReferencedAssemblies().Append(typeof(GlmTool).Assembly.GetName()).Select(static name => name.Name!)];

    private readonly AssemblyDependencyResolver _resolver = new(path);
    private readonly PackageAssets _packages = PackageAssets.Of(path);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name)
        {
            return null;
        }

        // Without its version: ours is what there is, and whether it is new enough was asked before.
        return Shared.Contains(name)
            ? Default.LoadFromAssemblyName(new AssemblyName(name))
            : (_resolver.ResolveAssemblyToPath(assemblyName) ?? _packages.Find(name)) is { } file ? LoadFromAssemblyPath(file) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
        => _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
