namespace GlmTools.Generators.Model;

/// <summary>An enum: one of its names, or, with flags, a list of them.</summary>
internal sealed record EnumModel(string CSharp, string Name, bool IsFlags, EquatableArray<EnumMemberModel> Members) : TypeModel(CSharp);
