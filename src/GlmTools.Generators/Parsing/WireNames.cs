using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>What the members of a type are called on the wire: each name once, or neither side knows which is meant.</summary>
internal static class WireNames
{
    public static bool AreDistinct(TypeParser types, ITypeSymbol type, string place, IEnumerable<MemberModel> members)
        => AreDistinct(types, type, place, members.Select(static m => (m.JsonName, m.CSharpName.Length > 0 ? m.CSharpName : m.JsonName)));

    public static bool AreDistinct(TypeParser types, ITypeSymbol type, string place, IEnumerable<EnumMemberModel> members)
        => AreDistinct(types, type, place, members.Select(static m => (m.JsonName, m.CSharpName)));

    private static bool AreDistinct(TypeParser types, ITypeSymbol type, string place, IEnumerable<(string Json, string CSharp)> members)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (members.All(member => names.Add(member.Json)))
        {
            return true;
        }

        var clash = members.GroupBy(static m => m.Json, StringComparer.Ordinal).First(static g => g.Skip(1).Any()).ToList();
        var shown = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        types.Sink.Report(Rules.DuplicateWireName, types.At, place, shown, clash[0].CSharp, clash[1].CSharp, clash[0].Json);
        return false;
    }
}
