using System.Reflection;
using System.Text.RegularExpressions;
using GlmTools.Tests.Auth;

namespace GlmTools.Tests.Faults;

/// <summary>No quirk of protocol sheet 4.5 and no line of its fixture checklist goes without a test named after it.</summary>
public sealed partial class CoverageTests
{
    private const int Quirks = 36;
    private const int Lines = 18;

    /// <summary>Lines whose tests stand elsewhere, or which are about what the library does not have.</summary>
    private static readonly Dictionary<int, string> LinesElsewhere = new()
    {
        [15] = $"{nameof(JwtCredentialTests)}: times in milliseconds, a secret of 16 bytes, the header, the signature against plain HMAC",
        [16] = "asynchronous tasks: not part of the library yet",
        [17] = "QingYan assistants: not part of the library yet",
        [18] = "the V3 API: not part of the library yet",
    };

    [Fact]
    public void Every_quirk_has_a_test() => Assert.Equal(Enumerable.Range(1, Quirks), Numbers("Quirk"));

    [Fact]
    public void Every_line_of_the_checklist_has_a_test_or_a_reason()
    {
        var tested = Numbers("Line");

        Assert.Empty(tested.Intersect(LinesElsewhere.Keys));
        Assert.Equal(Enumerable.Range(1, Lines), tested.Concat(LinesElsewhere.Keys).Order());
    }

    private static IEnumerable<int> Numbers(string kind) => typeof(CoverageTests).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(CoverageTests).Namespace)
        .SelectMany(static type => type.GetMethods())
        .Where(static method => method.GetCustomAttributes<FactAttribute>().Any())
        .Select(method => Number().Match(method.Name))
        .Where(match => match.Groups["kind"].Value == kind)
        .Select(static match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))
        .Distinct()
        .Order();

    [GeneratedRegex("^(?<kind>Quirk|Line)_(?<number>[0-9]{2})_")]
    private static partial Regex Number();
}
