using System.Text;

namespace GlmTools.Binding.Normalizing;

/// <summary>Drops the comma behind the last value of an object or array, which Python and JavaScript allow (protocol sheet 4.5, 30).</summary>
internal sealed class TrailingCommas : TokenRepair
{
    public override string Note => "trailing commas dropped";

    protected override bool TryAppend(StringBuilder output, LooseTokenKind kind, ReadOnlySpan<char> token)
    {
        if (kind == LooseTokenKind.Punctuation && token[0] is '}' or ']')
        {
            DropComma(output);
        }

        output.Append(token);
        return true;
    }

    private static void DropComma(StringBuilder output)
    {
        var comma = LastBefore(output, output.Length);
        var value = LastBefore(output, comma);
        if (value >= 0 && output[comma] == ',' && output[value] is not ('{' or '[' or ',' or ':'))
        {
            output.Remove(comma, 1);
        }
    }

    private static int LastBefore(StringBuilder output, int end)
    {
        var at = end - 1;
        while (at >= 0 && char.IsWhiteSpace(output[at]))
        {
            at--;
        }

        return at;
    }
}
