using GlmTools.Generators.Diagnostics;

namespace GlmTools.Generators.Tests.Diagnostics;

/// <summary>What all rules have in common beside their pages.</summary>
public class RuleTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(static rule => rule.Id)];

    [Theory, MemberData(nameof(PageTests.CodeIds), MemberType = typeof(PageTests))]
    public void It_has_a_test_class_of_its_id(string id)
        => Assert.Single(typeof(RuleTests).Assembly.GetTypes(), type => type.Name.StartsWith($"{id}_", StringComparison.Ordinal) && type.Name.EndsWith("Tests", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Ids))]
    public void Its_message_names_a_symbol_and_a_remedy(string id)
    {
        var message = Rules.All.Single(rule => rule.Id == id).MessageFormat.ToString();
        Assert.Contains("{0}", message, StringComparison.Ordinal);
        Assert.Contains("; ", message, StringComparison.Ordinal);
        Assert.False(message.EndsWith('.'), message);
    }
}
