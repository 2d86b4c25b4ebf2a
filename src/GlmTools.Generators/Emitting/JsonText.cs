using System.Globalization;
using System.Text;

namespace GlmTools.Generators.Emitting;

/// <summary>Writes JSON text: every character as it is but the ones that JSON or a C# literal cannot hold.</summary>
internal static class JsonText
{
    public static string String(string value)
    {
        // Nearly all are names: letters and digits of ASCII.
        if (value.All(static c => c is >= ' ' and < '\u007f' and not '"' and not '\\'))
        {
            return $"\"{value}\"";
        }

        var json = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                json.Append(c).Append(value[++i]);
            }
            else
            {
                Append(json, c);
            }
        }

        return json.Append('"').ToString();
    }

    private static void Append(StringBuilder json, char c)
    {
        switch (c)
        {
            case '"' or '\\':
                json.Append('\\').Append(c);
                break;
            case '\n':
                json.Append("\\n");
                break;
            case '\r':
                json.Append("\\r");
                break;
            case '\t':
                json.Append("\\t");
                break;
            case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff':
                // Control characters and what C# takes for a line break.
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
            case >= '\ud800' and <= '\udfff':
                // Half a surrogate pair is no Unicode and cannot be sent.
                json.Append('\ufffd');
                break;
            default:
                json.Append(c);
                break;
        }
    }
}
