using GlmTools.Generators.Model;

namespace GlmTools.Generators.Emitting;

/// <summary>The types of a file that get a method of their own, each with a name that is unique in it.</summary>
internal sealed class TypeMethods
{
    private readonly List<(TypeModel Type, string Name)> _methods = [];

    public int Count => _methods.Count;

    public (TypeModel Type, string Name) this[int index] => _methods[index];

    /// <summary>The name of the method for a type; the method is written later, after those that came before it.</summary>
    public string For(TypeModel type, string typeName, string verb)
    {
        foreach (var (known, method) in _methods)
        {
            if (known.CSharp == type.CSharp)
            {
                return method;
            }
        }

        var name = verb + typeName;
        for (var i = 2; _methods.Exists(m => m.Name == name); i++)
        {
            name = $"{verb}{typeName}{i}";
        }

        _methods.Add((type, name));
        return name;
    }
}
