namespace GlmTools.Generators.Model;

/// <summary>A type at a place where it is used.</summary>
/// <param name="Type">The type itself.</param>
/// <param name="CSharp">Its name in generated code, with its nullability.</param>
/// <param name="IsNullable">Whether it may be <see langword="null"/>.</param>
/// <param name="IsReference">Whether it is a reference type.</param>
internal sealed record ValueModel(TypeModel Type, string CSharp, bool IsNullable, bool IsReference);
