using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Cli.Loading;

/// <summary>
/// Makes the objects that calls need: from the services of the assembly, if it has a static method <c>CreateServices()</c> that returns an
/// <see cref="IServiceProvider"/>, and else by a constructor that asks for nothing but the clock.
/// </summary>
internal sealed class ToolObjects : IAsyncDisposable
{
    private const string Factory = "CreateServices";

    private readonly IServiceProvider? _services;
    private readonly List<object> _made = [];

    private ToolObjects(IServiceProvider? services) => _services = services;

    /// <summary>What tools get as services.</summary>
    public IServiceProvider Services => _services ?? Clock.Instance;

    /// <exception cref="CliException">The assembly has several such methods, or its method failed.</exception>
    public static ToolObjects Of(ToolAssembly assembly)
    {
        var factories = assembly.Assembly.DefinedTypes.SelectMany(FactoriesOf).ToArray();
        return factories switch
        {
            [] => new(null),
            [var only] => new(Call(only)),
            _ => throw new CliException($"several types have a method {Factory}(), and only one may: {string.Join(", ", factories.Select(static each => each.DeclaringType!.FullName))}."),
        };
    }

    /// <summary>The tools of a set, to be called.</summary>
    /// <exception cref="CliException">No object of its type can be made.</exception>
    public GlmToolSet ToolsOf(FoundSet set) => set.For(set.Target is { } type ? Make(type) : null);

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made.Append(_services))
        {
            switch (made)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
    }

    private static IEnumerable<MethodInfo> FactoriesOf(TypeInfo type)
        => type.ContainsGenericParameters ? [] : type.DeclaredMethods.Where(static method => method is { Name: Factory, IsStatic: true, IsGenericMethod: false }
            && method.GetParameters().Length == 0
            && typeof(IServiceProvider).IsAssignableFrom(method.ReturnType));

    private static IServiceProvider Call(MethodInfo factory)
    {
        try
        {
            return (IServiceProvider?)factory.Invoke(null, null) ?? throw new CliException($"{NameOf(factory)} returned null.");
        }
        catch (TargetInvocationException failure)
        {
            throw new CliException($"{NameOf(factory)} failed: {failure.InnerException!.Message}");
        }
    }

    private object Make(Type type)
    {
        if (_services?.GetService(type) is { } known)
        {
            return known;
        }

        try
        {
            var made = ActivatorUtilities.CreateInstance(Services, type);
            _made.Add(made);
            return made;
        }
        catch (InvalidOperationException)
        {
            throw new CliException($"no object of {type.FullName} can be made{Needs(type)}; give the assembly a method that knows how: static IServiceProvider {Factory}().");
        }
        catch (TargetInvocationException failure)
        {
            throw new CliException($"the constructor of {type.FullName} failed: {failure.InnerException!.Message}");
        }
    }

    private static string Needs(Type type)
        => type.GetConstructors().OrderBy(static constructor => constructor.GetParameters().Length).FirstOrDefault()?.GetParameters() is { Length: > 0 } parameters
            ? $", which needs ({string.Join(", ", parameters.Select(static parameter => $"{parameter.ParameterType.Name} {parameter.Name}"))})"
            : "";

    private static string NameOf(MethodInfo factory) => $"{factory.DeclaringType!.FullName}.{Factory}()";

    /// <summary>The smallest services there are.</summary>
    private sealed class Clock : IServiceProvider
    {
        public static Clock Instance { get; } = new();

        public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? TimeProvider.System : null;
    }
}
