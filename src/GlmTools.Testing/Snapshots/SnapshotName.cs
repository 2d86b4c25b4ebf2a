using System.Collections;
using System.Globalization;

namespace GlmTools.Testing;

/// <summary>Names a snapshot by the convention of Verify: <c>{Class}.{Method}_{name}={value}</c>.</summary>
internal static class SnapshotName
{
    // What some file system does not take, so that a name is the same on all of them.
    private const string Forbidden = "\"\\<>|:*?/";

    public static string Of(ToolSnapshotOptions options, string sourceFile, string member)
    {
        if (options.FileName is { } whole)
        {
            return options is { TestClass: null, Method: null, Parameters.Count: 0 }
                ? whole
                : throw new ArgumentException("FileName is the whole name; leave TestClass, Method and Parameters out.", nameof(options));
        }

        var parameters = string.Concat(options.Parameters.Select(static parameter => $"_{parameter.Name}={Text(parameter.Value)}"));
        return Clean($"{ClassOf(options.TestClass, sourceFile)}.{options.Method ?? member}{parameters}");
    }

    private static string ClassOf(Type? type, string sourceFile) => type switch
    {
        // A partial class may be in Tests.Weather.cs, and no class has a dot in its name.
        null => SourceDirectory.FileName(sourceFile).Split('.')[0],
        { IsNested: true } => $"{type.DeclaringType!.Name}.{type.Name}",
        _ => type.Name,
    };

    private static string Text(object? value, bool isInner = false) => value switch
    {
        null => "null",
        string text => text,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items when string.Join(',', items.Cast<object?>().Select(static item => Text(item, isInner: true))) is var list
            => isInner || list.Length == 0 ? $"[{list}]" : list,
        _ => value.ToString() ?? "null",
    };

    private static string Clean(string name) => string.Concat(name.Select(static c => c < ' ' || Forbidden.Contains(c) ? '-' : c));
}
