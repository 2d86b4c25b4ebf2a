namespace GlmTools.Generators.Model;

/// <summary>
/// Tells names apart. Files are without regard to case, identifiers have no dots, and types differ in both: the few that collide
/// get a number.
/// </summary>
internal static class FileNames
{
    /// <summary>The name of a type as a single identifier, which two types may share.</summary>
    public static string Identifier(string name) => string.Concat(name.Select(static c => char.IsLetterOrDigit(c) ? c : '_'));

    /// <summary>Gives numbers, in the order that comes, to what would otherwise have one name; nearly all have none.</summary>
    public static IEnumerable<(T Item, string Number)> Number<T>(IEnumerable<T> items, Func<T, string> nameOf)
        => items.GroupBy(item => Identifier(nameOf(item)), StringComparer.OrdinalIgnoreCase)
            .SelectMany(static same => same.Select((item, i) => (item, same.Skip(1).Any() ? $"{i + 1}" : "")));
}
