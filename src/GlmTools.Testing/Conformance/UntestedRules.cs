namespace GlmTools.Testing;

/// <summary>Finds what a schema says and no arguments can be made for, so that nothing is passed over in silence.</summary>
internal static class UntestedRules
{
    public static IEnumerable<string> Of(string tool, SchemaNode schema) => At(schema, "", []).Select(rule => $"{tool} {rule}").Distinct();

    private static IEnumerable<string> At(SchemaNode schema, string path, string[] within)
    {
        if (schema.Reference is { } reference && within.Contains(reference))
        {
            return [];
        }

        var place = path.Length == 0 ? "the arguments" : path;
        var unknown = schema.Keywords.Where(static keyword => !SchemaJudge.Keywords.Contains(keyword)).Select(keyword => $"{place}: {keyword}");
        var format = schema["format"]?.GetString() is { } name && TextFormat.Of(name) is null ? new[] { $"{place}: format {name}" } : [];
        var beyond = ArgumentCorpus.IsBeyond(schema) ? new[] { $"{place}: nothing that fits can be derived from its rules" } : [];
        string[] inner = schema.Reference is null ? within : [.. within, schema.Reference];
        return [.. unknown, .. format, .. beyond, .. Below(schema, path).SelectMany(each => At(each.Schema, each.Path, inner))];
    }

    private static IEnumerable<(SchemaNode Schema, string Path)> Below(SchemaNode schema, string path)
        => schema.Members.Select(member => (member.Schema, SchemaJudge.PathOf(path, member.Name)))
            .Concat(new[] { "items", "additionalProperties" }.Select(schema.Inner).OfType<SchemaNode>().Select(element => (element, $"{path}/*")))
            .Concat(schema.Cases.Select(each => (each, path)));
}
