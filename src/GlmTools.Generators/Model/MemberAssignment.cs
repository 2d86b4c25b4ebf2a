namespace GlmTools.Generators.Model;

/// <summary>How a bound value gets to its place.</summary>
internal enum MemberAssignment
{
    /// <summary>As an argument of the method or, by its name, of the constructor.</summary>
    Argument,

    /// <summary>In the object initialiser, which a <c>required</c> member demands.</summary>
    Initializer,

    /// <summary>By its setter, if it came.</summary>
    Setter,

    /// <summary>By its <c>init</c> accessor, if it came: the initialiser of the property is its default otherwise.</summary>
    InitAccessor,

    /// <summary>Not at all: it is only read from results.</summary>
    None,
}
