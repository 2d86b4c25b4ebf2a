namespace GlmTools.Generators.Model;

/// <summary>An answer with names of its own: one generated file.</summary>
/// <param name="Name">The name of the file, which no type can have.</param>
/// <param name="Entry">Its line in the index.</param>
/// <param name="Answer">The type.</param>
internal sealed record AnswerFile(string Name, AnswerEntry Entry, AnswerModel Answer)
{
    /// <summary>Each type once, in an order that does not depend on where it is named; of names that files and identifiers cannot tell apart, each with a number.</summary>
    public static IEnumerable<AnswerFile> Of(IEnumerable<AnswerModel> answers)
        => answers.OrderBy(static answer => answer.Value.CSharp, StringComparer.Ordinal)
            .ThenBy(static answer => answer.Description, StringComparer.Ordinal)
            .GroupBy(static answer => answer.Key, static (_, same) => same.First())
            .GroupBy(static answer => Identifier(answer.Name), StringComparer.OrdinalIgnoreCase)
            .SelectMany(static same => same.Select((answer, i) => Create(answer, same.Skip(1).Any() ? $"{i + 1}" : "")));

    private static AnswerFile Create(AnswerModel answer, string number)
        => new($"{answer.Name}-schema{number}.g.cs", new(answer.Value.CSharp, $"{Identifier(answer.Name)}GlmSchema{number}"), answer);

    private static string Identifier(string name) => string.Concat(name.Select(static c => char.IsLetterOrDigit(c) ? c : '_'));
}
