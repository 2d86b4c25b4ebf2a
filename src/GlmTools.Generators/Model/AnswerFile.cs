namespace GlmTools.Generators.Model;

/// <summary>An answer with names of its own: one generated file.</summary>
/// <param name="Name">The name of the file, which no type can have.</param>
/// <param name="Entry">Its line in the index.</param>
/// <param name="Answer">The type.</param>
internal sealed record AnswerFile(string Name, AnswerEntry Entry, AnswerModel Answer)
{
    /// <summary>The files, each type once, in an order that does not depend on where it is named.</summary>
    public static IEnumerable<AnswerFile> Of(IEnumerable<AnswerModel> answers)
        => FileNames.Number(
                answers.OrderBy(static answer => answer.Value.CSharp, StringComparer.Ordinal)
                    .ThenBy(static answer => answer.Description, StringComparer.Ordinal)
                    .GroupBy(static answer => answer.Key, static (_, same) => same.First()),
                static answer => answer.Name)
            .Select(static numbered => Create(numbered.Item, numbered.Number));

    private static AnswerFile Create(AnswerModel answer, string number)
        => new($"{answer.Name}-schema{number}.g.cs", new(answer.Value.CSharp, $"{FileNames.Identifier(answer.Name)}GlmSchema{number}"), answer);
}
