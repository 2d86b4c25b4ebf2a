namespace GlmTools.Generators.Model;

/// <summary>How an object is made.</summary>
internal enum ObjectKind
{
    /// <summary>By the constructor of a class.</summary>
    Class,

    /// <summary>By the constructor of a struct.</summary>
    Struct,

    /// <summary>As a tuple.</summary>
    Tuple,
}
