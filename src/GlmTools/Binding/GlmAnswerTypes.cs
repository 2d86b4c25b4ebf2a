using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace GlmTools.Binding;

/// <summary>
/// Knows where the readers of answers are. Each assembly that has some adds one function when it is loaded; nothing is made, and no
/// type of an answer is touched, before it is asked for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GlmAnswerTypes
{
    private static ImmutableList<Func<Type, GlmToolDispatcher?>> _assemblies = [];

    /// <summary>Adds the readers of an assembly.</summary>
    /// <param name="find">Makes the reader of a type, or nothing.</param>
    public static void Add(Func<Type, GlmToolDispatcher?> find)
        => ImmutableInterlocked.Update(ref _assemblies, static (known, added) => known.Add(added), find);

    internal static GlmAnswerReader<T>? Find<T>()
    {
        // The assembly of a type that was only ever named need not be initialised yet. CoreCLR sees to it, but nothing says that it has to.
        RuntimeHelpers.RunModuleConstructor(typeof(T).Module.ModuleHandle);
        foreach (var find in _assemblies)
        {
            // Two assemblies may know the same type; they read it alike.
            if (find(typeof(T)) is GlmAnswerReader<T> reader)
            {
                return reader;
            }
        }

        return null;
    }
}
