namespace GlmTools.Generators.Model;

/// <summary>Where the reader of an answer is.</summary>
/// <param name="CSharp">The type of the answer in generated code.</param>
/// <param name="ClassName">The name of its reader.</param>
internal sealed record AnswerEntry(string CSharp, string ClassName);
