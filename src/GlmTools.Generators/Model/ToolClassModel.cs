namespace GlmTools.Generators.Model;

// Everything in this folder is plain data that compares by value: the incremental generator keeps it between edits, so a
// symbol, a syntax node or a location in here would pin a compilation and defeat the cache. What a member of a model adds
// to the output has to take part in its equality; records see to that as long as collections are EquatableArrays.

/// <summary>A type with tools: one generated file.</summary>
/// <param name="Namespace">Its namespace, empty for the global one.</param>
/// <param name="Name">Its name, with the names of the types around it: <c>Outer.Inner</c>.</param>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="IsPublic">Whether the extension may be public.</param>
/// <param name="IsStatic">Whether it is a static class.</param>
/// <param name="Property">The name of the extension property.</param>
internal sealed record ToolClassModel(string Namespace, string Name, string CSharp, bool IsPublic, bool IsStatic, string Property);
