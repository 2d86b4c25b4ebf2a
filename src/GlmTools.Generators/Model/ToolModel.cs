namespace GlmTools.Generators.Model;

/// <summary>A method with <c>[GlmTool]</c>.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Description">What the model reads about it.</param>
/// <param name="Method">Its name in C#.</param>
/// <param name="Signature">How a reader of the generated code recognises it.</param>
/// <param name="StaticReceiver">The type it is called on, or <see langword="null"/> for an instance method.</param>
/// <param name="Await">How its result is waited for.</param>
/// <param name="Parameters">All of its parameters, in order.</param>
/// <param name="Result">What it returns, or <see langword="null"/> for nothing.</param>
/// <param name="Policy">What its attribute says about calls, as assignments in an object initialiser; empty for nothing.</param>
internal sealed record ToolModel(
    string Name,
    string Description,
    string Method,
    string Signature,
    string? StaticReceiver,
    AwaitKind Await,
    EquatableArray<ParameterModel> Parameters,
    ValueModel? Result,
    EquatableArray<string> Policy)
{
    public bool IsStatic => StaticReceiver is not null;
}
