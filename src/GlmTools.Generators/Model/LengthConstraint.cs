namespace GlmTools.Generators.Model;

/// <summary>How long a text or a collection may be.</summary>
internal sealed record LengthConstraint(int? Minimum, int? Maximum) : ConstraintModel
{
    /// <summary>What is counted, as the keyword of the schema says it behind <c>min</c> and <c>max</c>.</summary>
    public static string Noun(TypeModel type) => type switch
    {
        ListModel => "Items",
        DictionaryModel => "Properties",
        _ => "Length",
    };
}
