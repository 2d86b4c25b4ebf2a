using System.Text;

namespace GlmTools;

/// <summary>
/// A text with places for arguments, <c>Send {amount} to {account.owner}</c>, where <c>{{</c> and <c>}}</c> stand for braces. The
/// generator reads it by the same code as the runtime.
/// </summary>
internal static class ConfirmationTemplate
{
    private static readonly char[] Braces = ['{', '}'];

    /// <summary>Takes a template apart.</summary>
    /// <param name="template">The template.</param>
    /// <param name="unpaired">The brace that has no counterpart, if any.</param>
    /// <returns>The parts, or <see langword="null"/> where a brace is unpaired.</returns>
    public static IReadOnlyList<ConfirmationPart>? Parse(string template, out char unpaired)
    {
        var parts = new List<ConfirmationPart>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is not '{' and not '}')
            {
                text.Append(c);
            }
            else if (i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{' && template.IndexOfAny(Braces, i + 1) is var end and > 0 && template[end] == '}')
            {
                parts.Add(new(text.ToString(), IsArgument: false));
                parts.Add(new(template.Substring(i + 1, end - i - 1).Trim(), IsArgument: true));
                text.Clear();
                i = end;
            }
            else
            {
                unpaired = c;
                return null;
            }
        }

        unpaired = default;
        parts.Add(new(text.ToString(), IsArgument: false));
        return parts;
    }

    /// <summary>Puts a template together again.</summary>
    public static string Format(IEnumerable<ConfirmationPart> parts)
        => string.Concat(parts.Select(static part => part.IsArgument ? $"{{{part.Text}}}" : part.Text.Replace("{", "{{").Replace("}", "}}")));
}
