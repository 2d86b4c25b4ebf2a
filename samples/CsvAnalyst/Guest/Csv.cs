using System.Text;

namespace CsvAnalyst.Guest;

/// <summary>Reads comma-separated values, with quotes where a value holds a comma, a quote or a line end.</summary>
internal static class Csv
{
    public static List<List<string>> Parse(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append(c);
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n' or '\r'))
            {
                value.Append(c);
            }
            else if (c != '\r')
            {
                EndValue();
                if (c == '\n')
                {
                    EndLine();
                }
            }
        }

        EndValue();
        EndLine();
        return lines;

        void EndValue()
        {
            line.Add(value.ToString());
            value.Clear();
        }

        void EndLine()
        {
            if (line.Any(static text => text.Length > 0))
            {
                lines.Add(line);
            }

            line = [];
        }
    }
}
