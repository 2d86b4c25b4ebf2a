namespace GlmTools.Generators.Model;

/// <summary>An enum: one of its names.</summary>
internal sealed record EnumModel(string CSharp, string Name, EquatableArray<EnumMemberModel> Members) : TypeModel(CSharp);
