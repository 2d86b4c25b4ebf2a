namespace GlmTools.Generators.Model;

/// <summary>A method with <c>[GlmTool]</c>.</summary>
/// <param name="Class">The type it belongs to.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Description">What the model reads about it.</param>
/// <param name="Method">Its name in C#.</param>
/// <param name="Signature">How a reader of the generated code recognises it.</param>
/// <param name="IsStatic">Whether it is called on the type.</param>
/// <param name="IsAwaited">Whether it returns something to await.</param>
/// <param name="Parameters">All of its parameters, in order.</param>
/// <param name="Result">What it returns, or <see langword="null"/> for nothing.</param>
/// <param name="Policy">What its attribute says about calls, as assignments in an object initialiser; empty for nothing.</param>
internal sealed record ToolModel(
    ToolClassModel Class,
    string Name,
    string Description,
    string Method,
    string Signature,
    bool IsStatic,
    bool IsAwaited,
    EquatableArray<ParameterModel> Parameters,
    ValueModel? Result,
    EquatableArray<string> Policy);
