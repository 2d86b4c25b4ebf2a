using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>
/// What the generator makes of sources: generated twice, compiled without a warning, loaded and ready to be called.
/// </summary>
internal sealed class Generated
{
    private readonly GeneratorRun _run;
    private readonly Lazy<Assembly> _assembly;

    private Generated(GeneratorRun run)
    {
        _run = run;
        _assembly = new(Load);
    }

    /// <summary>The generated files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Files => _run.Files;

    public static Generated From(params string[] sources) => From(Sources.Of(sources));

    public static Generated From(Sources sources, params MetadataReference[] more)
    {
        var run = GeneratorRun.Of(sources.Compile(more));
        run.Then(sources.Compile(more)).AssertNothingNew();
        return Of(run);
    }

    /// <summary>A run whose result has to compile without a warning.</summary>
    public static Generated Of(GeneratorRun run)
    {
        var complaints = run.Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!complaints.Any(), string.Join("\n", complaints));
        return new(run);
    }

    /// <summary>The tools of a type, of a new object of it unless it is static.</summary>
    public Tools Tools(string type, string property = "Tools")
    {
        var declaring = Type(type);
        return declaring is { IsAbstract: true, IsSealed: true } ? StaticTools(type, property) : Tools(Activator.CreateInstance(declaring)!, type, property);
    }

    /// <summary>The tools an object has as a type it is of.</summary>
    public Tools Tools(object target, string type, string property = "Tools") => Read(Type(type), property, target);

    /// <summary>The tools of a type that need no object.</summary>
    public Tools StaticTools(string type, string property = "Tools") => Read(Type(type), property, null);

    public Type Type(string name) => _assembly.Value.GetType(name, throwOnError: true)!;

    // The accessor of an extension property is a static method, with the object as its parameter if it needs one.
    private Tools Read(Type type, string property, object? target)
    {
        var accessors =
            from container in _assembly.Value.GetTypes()
            where container is { IsAbstract: true, IsSealed: true, IsNested: false }
            from method in container.GetMethods(BindingFlags.Static | BindingFlags.Public)
            where method.Name == $"get_{property}" && method.ReturnType == typeof(GlmToolSet)
            let parameters = method.GetParameters()
            where target is null
                ? parameters.Length == 0 && container.Name.StartsWith(type.FullName!.Replace('.', '_').Replace('+', '_'), StringComparison.Ordinal)
                : parameters.Length == 1 && parameters[0].ParameterType == type
            select method;
        return new((GlmToolSet)Assert.Single(accessors).Invoke(null, target is null ? [] : [target])!);
    }

    private Assembly Load()
    {
        using var image = new MemoryStream();
        var emitted = _run.Output.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
    }
}
