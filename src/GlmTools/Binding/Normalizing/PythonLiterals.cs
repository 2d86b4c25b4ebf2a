using System.Text;

namespace GlmTools.Binding.Normalizing;

/// <summary>Reads <c>True</c>, <c>False</c>, <c>None</c> and strings in single quotes, which Python servers print (protocol sheet 4.5, 30).</summary>
internal sealed class PythonLiterals : TokenRepair
{
    public override string Note => "Python literals read as JSON";

    protected override bool TryAppend(StringBuilder output, LooseTokenKind kind, ReadOnlySpan<char> token)
    {
        if (kind == LooseTokenKind.String && token[0] == '\'')
        {
            return TryAppendString(output, token);
        }

        output.Append(kind == LooseTokenKind.Word ? Literal(token) : token);
        return true;
    }

    private static ReadOnlySpan<char> Literal(ReadOnlySpan<char> word) => word switch
    {
        "True" => "true",
        "False" => "false",
        "None" => "null",
        _ => word,
    };

    private static bool TryAppendString(StringBuilder output, ReadOnlySpan<char> token)
    {
        output.Append('"');
        for (var i = 1; i < token.Length; i++)
        {
            switch (token[i])
            {
                case '\\' when i + 1 < token.Length:
                    if (!TryAppendEscape(output, token[++i]))
                    {
                        return false;
                    }

                    break;
                case '"':
                    output.Append("\\\"");
                    break;
                case '\'':
                    // Only the closing quote stands here without a backslash; where the text is cut off there is none.
                    output.Append('"');
                    break;
                default:
                    output.Append(token[i]);
                    break;
            }
        }

        return true;
    }

    // Only the escapes that mean the same in both languages.
    private static bool TryAppendEscape(StringBuilder output, char escaped)
    {
        if (escaped == '\'')
        {
            output.Append(escaped);
            return true;
        }

        output.Append('\\').Append(escaped);
        return escaped is '"' or '\\' or 'b' or 'f' or 'n' or 'r' or 't' or 'u';
    }
}
