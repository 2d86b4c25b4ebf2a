using System.Globalization;

namespace CsvAnalyst.Guest;

/// <summary>A line of the file.</summary>
public sealed class Row
{
    private readonly IReadOnlyList<string> _columns;
    private readonly IReadOnlyList<string> _values;

    internal Row(IReadOnlyList<string> columns, IReadOnlyList<string> values) => (_columns, _values) = (columns, values);

    /// <summary>The text in a column; empty where the line is too short.</summary>
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < _columns.Count; i++)
            {
                if (_columns[i] == column)
                {
                    return i < _values.Count ? _values[i] : "";
                }
            }

            throw new ArgumentException($"There is no column '{column}'; the columns are {string.Join(", ", _columns)}.");
        }
    }

    /// <summary>The number in a column.</summary>
    public double Number(string column) => double.TryParse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"'{this[column]}' in the column '{column}' is no number.");
}
