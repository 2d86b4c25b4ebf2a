namespace GlmTools.Generators.Model;

/// <summary>A type a model answers with.</summary>
/// <param name="Name">Its name for files and identifiers, which two types may share.</param>
/// <param name="Key">Its name at run time, where nullability and the names of tuples are gone.</param>
/// <param name="Description">What the model reads about it.</param>
/// <param name="Value">What it holds.</param>
internal sealed record AnswerModel(string Name, string Key, string Description, ValueModel Value)
{
    /// <summary>The members that are parameters of the tool, or <see langword="null"/> where the value as a whole is one.</summary>
    public ObjectModel? Members => Value is { IsNullable: false, Type: ObjectModel { Kind: not ObjectKind.Tuple } model } ? model : null;
}
