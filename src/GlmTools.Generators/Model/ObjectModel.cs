namespace GlmTools.Generators.Model;

/// <summary>A record, class, struct or tuple: its members one by one.</summary>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="Kind">How an object of it is made.</param>
/// <param name="IsRecursive">Whether it contains itself somewhere.</param>
/// <param name="Discriminator">What tells it from the other cases of a union, or <see langword="null"/>.</param>
/// <param name="Members">Its members.</param>
internal sealed record ObjectModel(
    string CSharp, string Name, ObjectKind Kind, bool IsRecursive, DiscriminatorModel? Discriminator, EquatableArray<MemberModel> Members) : TypeModel(CSharp);
