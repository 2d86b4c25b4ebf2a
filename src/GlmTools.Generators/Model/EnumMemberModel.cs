namespace GlmTools.Generators.Model;

/// <summary>A member of an enum.</summary>
/// <param name="CSharpName">Its name in C#.</param>
/// <param name="JsonName">Its name on the wire.</param>
internal sealed record EnumMemberModel(string CSharpName, string JsonName);
