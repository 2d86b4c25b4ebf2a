using System.ComponentModel;

namespace GlmTools.Binding;

/// <summary>What the generator derives for each tool class: its definitions as one constant, and a method per tool to bind, call and write.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GlmToolDispatcher
{
    /// <summary>How many tools the class has.</summary>
    public int Count => Ends.Length;

    /// <summary>The definitions of all tools behind one another, in the ordinal order of names.</summary>
    protected abstract ReadOnlySpan<byte> Definitions { get; }

    /// <summary>Where each definition ends.</summary>
    protected abstract ReadOnlySpan<int> Ends { get; }

    /// <summary>About how many tokens each definition takes.</summary>
    protected abstract ReadOnlySpan<int> EstimatedTokens { get; }

    /// <summary>The definition of a tool, as it goes over the wire.</summary>
    /// <param name="index">The tool's position, in the ordinal order of names.</param>
    public ReadOnlySpan<byte> Definition(int index)
    {
        var ends = Ends;
        return Definitions[(index == 0 ? 0 : ends[index - 1])..ends[index]];
    }

    /// <summary>About how many tokens the definition of a tool takes.</summary>
    /// <param name="index">The tool's position, in the ordinal order of names.</param>
    public int EstimateTokens(int index) => EstimatedTokens[index];

    /// <summary>What the tool's attribute declares about its calls.</summary>
    /// <param name="index">The tool's position.</param>
    public virtual GlmToolPolicy Policy(int index) => GlmToolPolicy.Default;

    /// <summary>Binds, calls and writes. Throws what the method throws.</summary>
    /// <param name="index">The tool's position.</param>
    /// <param name="call">The call.</param>
    public abstract ValueTask InvokeAsync(int index, GlmToolInvocation call);
}
