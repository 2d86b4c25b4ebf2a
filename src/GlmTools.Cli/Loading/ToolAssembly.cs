using System.Reflection;
using GlmTools.Binding;

namespace GlmTools.Cli.Loading;

/// <summary>A loaded assembly and the tools in it.</summary>
internal sealed class ToolAssembly
{
    private ToolAssembly(Assembly assembly, IReadOnlyList<FoundSet> sets) => (Assembly, Sets) = (assembly, sets);

    public Assembly Assembly { get; }

    public string Path => Assembly.Location;

    /// <summary>Its sets, in the ordinal order of their names.</summary>
    public IReadOnlyList<FoundSet> Sets { get; }

    /// <summary>Loads an assembly, without running anything of it.</summary>
    /// <exception cref="CliException">It cannot be loaded, or holds no tools.</exception>
    public static ToolAssembly Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new CliException($"{path} is not there; build it first.");
        }

        try
        {
            var assembly = new ToolLoadContext(path).LoadFromAssemblyPath(path);
            ThrowIfForeign(assembly, path);
            var sets = TypesOf(assembly)
                .Select(static type => (Type: type, Source: type.GetCustomAttribute<GlmToolSourceAttribute>(inherit: false)))
                .Where(static found => found.Source is not null)
                .Select(static found => new FoundSet(found.Source!.Set, found.Type))
                .OrderBy(static set => set.Name, StringComparer.Ordinal)
                .ToArray();
            return sets.Length > 0 ? new(assembly, sets) : throw new CliException($"{path} holds no tools: none of its methods has [GlmTool], or it was built with a version of GlmTools before {Ours}.");
        }
        catch (BadImageFormatException)
        {
            throw new CliException($"{path} is no .NET assembly.");
        }
        catch (Exception failure) when (failure is TypeLoadException or MissingMethodException or FileLoadException or FileNotFoundException or TargetInvocationException)
        {
            throw new CliException($"{path} cannot be loaded beside GlmTools {Ours}, which this command brings along: {failure.GetBaseException().Message}");
        }
    }

    private static Version Ours => typeof(GlmTool).Assembly.GetName().Version!;

    private static void ThrowIfForeign(Assembly assembly, string path)
    {
        var theirs = assembly.GetReferencedAssemblies().FirstOrDefault(static name => name.Name == typeof(GlmTool).Assembly.GetName().Name)?.Version
            ?? throw new CliException($"{path} does not reference GlmTools, so it holds no tools.");
        if (theirs > Ours)
        {
            throw new CliException($"{path} was built with GlmTools {theirs}, and this command brings {Ours}; update it: dotnet tool update -g GlmTools.Cli");
        }
    }

    // A type that lacks a dependency is none of the generator's, whose types have nothing but GlmTools and the user's own above them.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            return partly.Types.OfType<Type>();
        }
    }
}
