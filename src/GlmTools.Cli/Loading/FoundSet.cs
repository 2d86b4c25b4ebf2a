using System.Reflection;
using GlmTools.Binding;

namespace GlmTools.Cli.Loading;

/// <summary>The tools of a type, found in an assembly.</summary>
internal sealed class FoundSet
{
    private readonly ConstructorInfo _constructor;

    public FoundSet(string name, Type dispatcher)
    {
        Name = name;
        _constructor = dispatcher.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
        Tools = For(null);
    }

    /// <summary>The type, as the lock file names it: <c>Demo.Outer+Inner</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The tools, to be looked at and to bind arguments with. Definitions are constants and binding comes before anything
    /// else, so that it takes no object; calls do.
    /// </summary>
    public GlmToolSet Tools { get; }

    /// <summary>The type whose object calls need; <see langword="null"/> for a static class.</summary>
    public Type? Target => _constructor.GetParameters() is [var target] ? target.ParameterType : null;

    /// <summary>The tools of an object.</summary>
    public GlmToolSet For(object? target) => new((GlmToolDispatcher)_constructor.Invoke(Target is null ? null : [target]));
}
