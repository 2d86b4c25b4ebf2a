using GlmTools.Generators.Model;

namespace GlmTools.Generators.Emitting;

/// <summary>The types of a file that get a method of their own, each with a name that is unique in it.</summary>
internal sealed class TypeMethods(string verb)
{
    private readonly List<(TypeModel Type, string Name)> _methods = [];

    public int Count => _methods.Count;

    public (TypeModel Type, string Name) this[int index] => _methods[index];

    /// <summary>The name of the method for a type; the method itself is written later, behind those that came before it.</summary>
    public string For(TypeModel type)
    {
        foreach (var (known, method) in _methods)
        {
            if (known.CSharp == type.CSharp && IsCase(known) == IsCase(type))
            {
                return method;
            }
        }

        var name = verb + SimpleName(type);
        for (var i = 2; _methods.Exists(m => m.Name == name); i++)
        {
            name = $"{verb}{SimpleName(type)}{i}";
        }

        _methods.Add((type, name));
        return name;
    }

    // A type is read one way by itself and another way as the case of a union.
    private static bool IsCase(TypeModel type) => type is ObjectModel { Discriminator: not null };

    private static string SimpleName(TypeModel type) => type switch
    {
        EnumModel enumeration => enumeration.Name,
        ObjectModel { Discriminator: not null } model => model.Name + "Case",
        ObjectModel model => model.Name,
        UnionModel union => union.Name,
        ReferenceModel reference => reference.Name,
        _ => throw new NotSupportedException(type.CSharp),
    };
}
