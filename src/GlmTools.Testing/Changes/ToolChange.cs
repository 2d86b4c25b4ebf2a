using System.Globalization;
using GlmTools.Generators.Locking;

namespace GlmTools.Testing;

/// <summary>What changed about a tool for a model that knows it as it was.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Set">The type it belongs to; <see langword="null"/> where the definitions do not say, as on the wire.</param>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Path">
/// The JSON Pointer of the argument, with <c>*</c> for every item or value, <c>{key}</c> for the keys of a dictionary and <c>[name]</c>
/// for a case of a union; <c>itself</c> for the description of the tool, and empty for a tool that came or went.
/// </param>
/// <param name="Before">What was, in a few words; empty for a tool that came or went.</param>
/// <param name="After">What is, in a few words; empty for a tool that came or went.</param>
public sealed record ToolChange(string Tool, string? Set, ToolChangeKind Kind, string Path, string Before, string After)
{
    /// <summary>Whether calls that were right before are refused now, or mean something else.</summary>
    public bool IsBreaking => Kind is ToolChangeKind.ToolRemoved or ToolChangeKind.ParameterRemoved or ToolChangeKind.ParameterRenamed
        or ToolChangeKind.ParameterRequired or ToolChangeKind.ParameterNarrowed;

    /// <summary>The id of the diagnostic that says the same at compile time, such as <c>GLM033</c>.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"GLM{30 + (int)Kind:000}");

    /// <summary>The change as a sentence, in the words of the diagnostic.</summary>
    public string Text => $"Tool '{Tool}' {(Set is null ? "" : $"of '{Set}' ")}{string.Format(CultureInfo.InvariantCulture, Phrase, null, null, Path, Before, After)}";

    private string Phrase => Kind switch
    {
        ToolChangeKind.ToolRemoved => ChangePhrases.ToolRemoved,
        ToolChangeKind.ToolAdded => ChangePhrases.ToolAdded,
        ToolChangeKind.ParameterRemoved => ChangePhrases.ParameterRemoved,
        ToolChangeKind.ParameterRenamed => ChangePhrases.ParameterRenamed,
        ToolChangeKind.ParameterRequired => ChangePhrases.ParameterRequired,
        ToolChangeKind.ParameterNarrowed => ChangePhrases.ParameterNarrowed,
        ToolChangeKind.ParameterWidened => ChangePhrases.ParameterWidened,
        ToolChangeKind.DescriptionChanged => ChangePhrases.DescriptionChanged,
        _ => ChangePhrases.DefaultChanged,
    };

    /// <summary>The change as a sentence.</summary>
    public override string ToString() => Text;
}
