namespace GlmTools;

/// <summary>
/// Settles how the tools of a type are exposed. On a type: the name of its property, or that a type which only inherits its
/// tools has them too. On an assembly: that a closed generic type has them, such as
/// <c>[assembly: GlmToolSet(typeof(Repository&lt;Order&gt;))]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GlmToolSetAttribute : Attribute
{
    /// <summary>For a type.</summary>
    public GlmToolSetAttribute()
    {
    }

    /// <summary>For an assembly.</summary>
    /// <param name="type">A generic type with tools, closed.</param>
    public GlmToolSetAttribute(Type type) => Type = type;

    /// <summary>The type whose tools are exposed, or <see langword="null"/> for the one the attribute is on.</summary>
    public Type? Type { get; }

    /// <summary>The name of the generated extension property. Default: <c>Tools</c>.</summary>
    public string Property { get; set; } = "Tools";
}
