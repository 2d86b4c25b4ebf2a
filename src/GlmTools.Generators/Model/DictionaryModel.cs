namespace GlmTools.Generators.Model;

/// <summary>A dictionary: an object whose keys are data.</summary>
/// <param name="CSharp">Its name in generated code.</param>
/// <param name="Key">Its keys: strings, integers or an enum.</param>
/// <param name="Value">What it holds under them.</param>
/// <param name="Conversion">How it is made of a dictionary, with <c>{0}</c> for the dictionary.</param>
internal sealed record DictionaryModel(string CSharp, TypeModel Key, ValueModel Value, string Conversion) : TypeModel(CSharp);
