namespace GlmTools;

/// <summary>A typed answer, or why what the model wrote is none.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
public sealed class GlmAnswer<T>
{
    private readonly T? _value;

    internal GlmAnswer(GlmToolArguments arguments, T? value)
    {
        _value = value;
        Error = arguments.Error;
        Repairs = arguments.Repairs;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsValid => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="GlmException">There is none, because the answer does not fit the schema.</exception>
    public T Value => IsValid ? _value! : throw new GlmException($"The answer is no {typeof(T).Name}. {Error}");

    /// <summary>What does not fit, or <see langword="null"/> where everything does.</summary>
    public GlmToolError? Error { get; }

    /// <summary>What was normalised before it fitted, one line each; empty where nothing was.</summary>
    public IReadOnlyList<string> Repairs { get; }

    /// <summary>The value, or the error.</summary>
    public override string ToString() => IsValid ? $"{_value}" : $"{Error}";
}
