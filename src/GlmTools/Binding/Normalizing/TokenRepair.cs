using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace GlmTools.Binding.Normalizing;

/// <summary>A repair that writes some tokens differently and leaves the others as they are.</summary>
internal abstract class TokenRepair : ArgumentRepair
{
    public sealed override bool TryApply(string text, [NotNullWhen(true)] out string? repaired)
    {
        repaired = null;
        var output = new StringBuilder(text.Length);
        var scanner = new LooseScanner(text);
        while (scanner.Read())
        {
            if (!TryAppend(output, scanner.Kind, scanner.Token))
            {
                return false;
            }
        }

        repaired = output.ToString();
        return scanner.IsAtEnd && repaired != text;
    }

    /// <summary>Writes a token.</summary>
    /// <returns>Whether its meaning is beyond doubt.</returns>
    protected abstract bool TryAppend(StringBuilder output, LooseTokenKind kind, ReadOnlySpan<char> token);
}
