namespace GlmTools.Generators.Model;

/// <summary>What a type is to a model: schema, reader and writer all follow from it.</summary>
/// <param name="CSharp">Its name in generated code, without nullability.</param>
internal abstract record TypeModel(string CSharp);
