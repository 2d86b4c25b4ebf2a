namespace GlmTools;

/// <summary>
/// Lets a model answer with a value of this type: the source generator writes its schema and its reader, which
/// <see cref="GlmSchema{T}"/> hands out. A type that is named directly in a call of <c>RunAsync&lt;T&gt;</c>, or in
/// <c>GlmSchema&lt;T&gt;.Default</c>, needs no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface, Inherited = false)]
public sealed class GlmSchemaAttribute : Attribute;
