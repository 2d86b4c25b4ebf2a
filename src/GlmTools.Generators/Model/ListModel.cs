namespace GlmTools.Generators.Model;

/// <summary>An array, a list, a set, or an interface one of them fulfils.</summary>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="Element">What it holds.</param>
/// <param name="Conversion">How it is made of a list, with <c>{0}</c> for the list.</param>
internal sealed record ListModel(string CSharp, ValueModel Element, string Conversion) : TypeModel(CSharp);
