namespace GlmTools;

/// <summary>Settles how the tools of a type are exposed. Only needed where the type already has a member named <c>Tools</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class GlmToolSetAttribute : Attribute
{
    /// <summary>The name of the generated extension property. Default: <c>Tools</c>.</summary>
    public string Property { get; set; } = "Tools";
}
