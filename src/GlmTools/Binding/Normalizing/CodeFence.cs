using System.Diagnostics.CodeAnalysis;

namespace GlmTools.Binding.Normalizing;

/// <summary>Takes arguments out of the Markdown fence models like to put code in (protocol sheet 4.5, 29).</summary>
internal sealed class CodeFence : ArgumentRepair
{
    private const string Fence = "```";

    private static readonly char[] Language = [.. "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];

    public override string Note => "code fence removed";

    public override bool TryApply(string text, [NotNullWhen(true)] out string? repaired)
    {
        repaired = null;
        if (text.Length < 2 * Fence.Length || !text.StartsWith(Fence, StringComparison.Ordinal) || !text.EndsWith(Fence, StringComparison.Ordinal))
        {
            return false;
        }

        // Behind the opening fence stands the name of a language, or nothing.
        repaired = text[Fence.Length..^Fence.Length].TrimStart(Language).Trim();
        return true;
    }
}
