using System.Collections.Immutable;
using System.ComponentModel;

namespace GlmTools.Binding;

/// <summary>
/// Knows the tools of types, for code that has nothing but a type parameter. Each assembly that names some in such code adds one function
/// when it is loaded; nothing is made before it is asked for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GlmToolTypes
{
    private static ImmutableList<Func<Type, GlmToolSet?>> _assemblies = [];

    /// <summary>Adds the types an assembly names.</summary>
    /// <param name="find">Makes the tools of a type, or nothing.</param>
    public static void Add(Func<Type, GlmToolSet?> find)
        => ImmutableInterlocked.Update(ref _assemblies, static (known, added) => known.Add(added), find);

    internal static GlmToolSet? Find(Type type)
        => _assemblies.Select(find => find(type)).FirstOrDefault(static tools => tools is not null);
}
