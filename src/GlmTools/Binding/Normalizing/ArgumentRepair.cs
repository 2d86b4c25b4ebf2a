using System.Diagnostics.CodeAnalysis;

namespace GlmTools.Binding.Normalizing;

/// <summary>One way in which GLM and its servers garble the text of arguments, and how to undo it without guessing.</summary>
internal abstract class ArgumentRepair
{
    /// <summary>What was done, as the developer reads it in <see cref="GlmToolResult.Repairs"/>.</summary>
    public abstract string Note { get; }

    /// <summary>Undoes the garbling.</summary>
    /// <param name="text">The text, without white space around it.</param>
    /// <param name="repaired">The text without it: not necessarily JSON yet, because a text may be garbled in several ways.</param>
    /// <returns>Whether the text is garbled in this way, and in no other that makes the meaning doubtful.</returns>
    public abstract bool TryApply(string text, [NotNullWhen(true)] out string? repaired);
}
