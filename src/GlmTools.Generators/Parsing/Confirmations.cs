using GlmTools.Binding;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Checks what a person is asked before a call, and puts the names of the wire in the place of those of C#.</summary>
internal static class Confirmations
{
    private static readonly char[] Reserved = ['.', '{', '}'];

    /// <param name="method">The tool.</param>
    /// <param name="attribute">Its attribute.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="sink">Takes the objections.</param>
    /// <param name="confirmation">The template with the names of the wire, or <see langword="null"/> for none.</param>
    /// <returns>Whether nothing is wrong with it.</returns>
    public static bool TryRead(IMethodSymbol method, AttributeData attribute, IEnumerable<ParameterModel> parameters, RuleSink sink, out string? confirmation)
    {
        confirmation = null;
        if (attribute.Named("Confirmation") is not string template)
        {
            return true;
        }

        if (ConfirmationTemplate.Parse(template, out var unpaired) is not { } parts)
        {
            sink.Report(Rules.UnpairedBrace, method, method.Name, unpaired);
            return false;
        }

        var arguments = parameters.Where(static p => p.Argument is not null).Select(static p => p.Argument!).ToArray();
        var resolved = new List<ConfirmationPart>();
        foreach (var part in parts)
        {
            if (!part.IsArgument)
            {
                resolved.Add(part);
            }
            else if (Resolve(part.Text, arguments, out var remedy) is { } path)
            {
                resolved.Add(part with { Text = path });
            }
            else
            {
                sink.Report(Rules.UnknownPlaceholder, method, method.Name, part.Text, remedy);
                return false;
            }
        }

        confirmation = ConfirmationTemplate.Format(resolved);
        return true;
    }

    private static string? Resolve(string place, IReadOnlyList<MemberModel> members, out string remedy)
    {
        remedy = "";
        var within = new List<TypeModel>();
        var path = "";
        foreach (var name in place.Split('.'))
        {
            if ((members.FirstOrDefault(m => m.JsonName == name) ?? members.FirstOrDefault(m => m.CSharpName == name)) is not { } member || member.JsonName.IndexOfAny(Reserved) >= 0)
            {
                remedy = Remedy(path, name, members);
                return null;
            }

            path += path.Length == 0 ? member.JsonName : $".{member.JsonName}";
            within.Add(Whole(member.Value.Type, within));
            members = MembersOf(within[within.Count - 1]);
        }

        return path;
    }

    // A type within itself is the one around it.
    private static TypeModel Whole(TypeModel type, List<TypeModel> around)
        => type is ReferenceModel reference ? around.FirstOrDefault(t => t.CSharp == reference.CSharp) ?? type : type;

    private static IReadOnlyList<MemberModel> MembersOf(TypeModel type) => type switch
    {
        ObjectModel model => model.Members,
        UnionModel union => [.. union.Cases.SelectMany(static c => c.Members)],
        _ => [],
    };

    private static string Remedy(string path, string name, IReadOnlyList<MemberModel> members)
    {
        var known = members.Select(static m => m.JsonName).Where(static n => n.IndexOfAny(Reserved) < 0).Distinct().ToArray();
        var before = path.Length == 0 ? "" : $"{path}.";
        return known.Length == 0 ? path.Length == 0 ? "the tool takes none" : $"'{path}' has no members that could be named"
            : NearestName.To(name, known) is { } meant ? $"did you mean '{{{before}{meant}}}'?"
            : $"use one of {string.Join(", ", known.Select(each => $"'{{{before}{each}}}'"))}";
    }
}
