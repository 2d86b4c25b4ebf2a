using System.Text;

namespace GlmTools;

/// <summary>The arguments of a call that was not made: whether they fit, and what the method would get.</summary>
public sealed record GlmToolArguments
{
    internal GlmToolArguments()
    {
    }

    /// <summary>Whether the method could be called with them.</summary>
    public bool IsValid => Error is null;

    /// <summary>The problems of the arguments, or <see langword="null"/> where they fit.</summary>
    public GlmToolError? Error { get; internal init; }

    /// <summary>
    /// The arguments as the method would get them, a JSON object in UTF-8: what GLM garbled is undone, and what the binder ignores is
    /// left out. Where nothing was repaired they are as they came; where they do not fit, they may be.
    /// </summary>
    public ReadOnlyMemory<byte> Utf8 { get; internal init; }

    /// <summary>What was normalised before they fitted, one line each; empty where nothing was.</summary>
    public IReadOnlyList<string> Repairs { get; internal init; } = [];

    /// <summary>The arguments as text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);
}
