using System.Runtime.CompilerServices;

namespace GlmTools.Benchmarks.Measuring;

/// <summary>Something that can be done again and again.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Repeat">Does it a number of times.</param>
/// <param name="CrossesThreads">Whether it allocates on other threads too.</param>
internal sealed record Case(string Name, Action<int> Repeat, bool CrossesThreads = false)
{
    /// <summary>A case that ends on the thread it begins on.</summary>
    public static Case Of<T>(string name, Func<T> once) => new(name, times =>
    {
        T last = default!;
        for (var i = 0; i < times; i++)
        {
            last = once();
        }

        Keep(last);
    });

    /// <summary>A case that waits, or may.</summary>
    public static Case OfAsync<T>(string name, Func<Task<T>> once)
        => Of(name, () => once().GetAwaiter().GetResult()) with { CrossesThreads = true };

    // The compiler must not find out that nobody looks at the result.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep<T>(T value) => GC.KeepAlive(value);
}
