using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>
/// The types that were parsed without an objection, so that those which many tools share are parsed once. What was objected to is not
/// among them: it is parsed again, and objected to at each place.
/// </summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<ITypeSymbol, ValueModel> _arguments = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, ValueModel> _results = new(SymbolEqualityComparer.IncludeNullability);

    public ValueModel? Find(ITypeSymbol type, bool forResult) => Types(forResult).TryGetValue(type, out var known) ? known : null;

    public void Add(ITypeSymbol type, bool forResult, ValueModel value) => Types(forResult)[type] = value;

    private Dictionary<ITypeSymbol, ValueModel> Types(bool forResult) => forResult ? _results : _arguments;
}
