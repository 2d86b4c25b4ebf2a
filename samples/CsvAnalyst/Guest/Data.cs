namespace CsvAnalyst.Guest;

/// <summary>The file, as programs of the model see it.</summary>
public static class Data
{
    /// <summary>The names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The lines.</summary>
    public static IReadOnlyList<Row> Rows { get; private set; } = [];

    internal static void Load(string path)
    {
        var lines = Csv.Parse(File.ReadAllText(path));
        Columns = lines.Count > 0 ? lines[0] : [];
        Rows = [.. lines.Skip(1).Select(static values => new Row(Columns, values))];
    }
}
