namespace GlmTools.Generators.Model;

// Everything in this folder is plain data that compares by value: the incremental generator keeps it between edits, so a
// symbol, a syntax node or a location in here would pin a compilation and defeat the cache. What a member of a model adds
// to the output has to take part in its equality; records see to that as long as collections are EquatableArrays.

/// <summary>A type with tools: one generated file.</summary>
/// <param name="Name">Its name, with its namespace and the names of the types around it: <c>Demo.Outer.Inner</c>.</param>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="IsPublic">Whether the extension may be public.</param>
/// <param name="CanBeResolved">Whether a container can supply an object of it for each call.</param>
/// <param name="Property">The name of the extension property.</param>
/// <param name="Tools">Its tools, in the ordinal order of their names.</param>
internal sealed record ToolSetModel(
    string Name,
    string CSharp,
    bool IsPublic,
    bool CanBeResolved,
    string Property,
    EquatableArray<ToolModel> Tools);
