namespace GlmTools.Generators.Model;

/// <summary>A record, class or struct: its members one by one.</summary>
internal sealed record ObjectModel(string CSharp, string Name, bool IsValueType, EquatableArray<MemberModel> Members) : TypeModel(CSharp);
