namespace GlmTools.Generators.Model;

/// <summary>The member that says which case of a union an object is.</summary>
/// <param name="Property">Its name on the wire.</param>
/// <param name="Value">Its value for this case.</param>
internal sealed record DiscriminatorModel(string Property, string Value);
