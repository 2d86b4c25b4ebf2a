namespace GlmTools.Generators.Model;

/// <summary>A parameter of a tool.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Argument">What the model sends for it, or <see langword="null"/> where the host supplies it.</param>
/// <param name="Host">The member of the invocation the host's value comes from, or <see langword="null"/>.</param>
internal sealed record ParameterModel(string Name, MemberModel? Argument, string? Host);
