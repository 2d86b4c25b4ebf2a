using System.Diagnostics.CodeAnalysis;

namespace GlmTools;

/// <summary>What came of a run that was to give an answer of a type.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed record GlmRun<T>
{
    private readonly T? _answer;

    internal GlmRun(GlmRun run) => Run = run;

    internal GlmRun(GlmRun run, T answer)
        : this(run)
        => (_answer, HasAnswer) = (answer, true);

    /// <summary>The run.</summary>
    public GlmRun Run { get; }

    /// <summary>Whether there is an answer; where there is none, <see cref="GlmRun.StopReason"/> says why.</summary>
    public bool HasAnswer { get; }

    /// <summary>The answer.</summary>
    /// <exception cref="GlmException">There is none.</exception>
    public T Answer => HasAnswer ? _answer! : throw new GlmException($"The run ended without an answer of type {typeof(T).Name}: {Run.StopReason}.");

    /// <summary>The answer, if there is one.</summary>
    /// <param name="answer">The answer.</param>
    public bool TryGetAnswer([MaybeNullWhen(false)] out T answer)
    {
        answer = _answer;
        return HasAnswer;
    }
}
