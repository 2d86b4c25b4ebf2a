using System.Text;

namespace GlmTools.Binding.Normalizing;

/// <summary>Reads punctuation, quotes and digits as a Chinese keyboard types them; what stands in strings stays.</summary>
internal sealed class FullWidthForms : TokenRepair
{
    // The block of full-width ASCII runs in the order of ASCII (Unicode, Halfwidth and Fullwidth Forms).
    private const char First = '\uFF01';
    private const char Last = '\uFF5E';

    public override string Note => "full-width characters read as ASCII";

    /// <summary>The ASCII character that is meant by a full-width one or a curly quote; any other as it is.</summary>
    public static char Fold(char c) => c switch
    {
        >= First and <= Last => (char)(c - First + '!'),
        '\u3000' => ' ',
        '“' => '"',
        _ => c,
    };

    /// <summary>The quote that closes a string.</summary>
    public static char ClosingQuote(char opening) => opening == '“' ? '”' : opening;

    protected override bool TryAppend(StringBuilder output, LooseTokenKind kind, ReadOnlySpan<char> token)
    {
        if (kind != LooseTokenKind.String)
        {
            foreach (var c in token)
            {
                output.Append(Fold(c));
            }
        }
        else if (token[0] is '"' or '\'')
        {
            output.Append(token);
        }
        else
        {
            AppendString(output, token);
        }

        return true;
    }

    private static void AppendString(StringBuilder output, ReadOnlySpan<char> token)
    {
        var closing = ClosingQuote(token[0]);
        output.Append('"');
        for (var i = 1; i < token.Length; i++)
        {
            if (token[i] == '\\' && i + 1 < token.Length)
            {
                output.Append(token[i]).Append(token[++i]);
            }
            else if (token[i] == '"')
            {
                output.Append("\\\"");
            }
            else
            {
                output.Append(token[i] == closing ? '"' : token[i]);
            }
        }
    }
}
