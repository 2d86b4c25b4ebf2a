using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM043_UnknownPlaceholderTests
{
    private const string Types = """
        public record Customer([property: JsonPropertyName("full_name")] string Name, [property: JsonPropertyName("a.b")] int Odd = 0);
        public record Order(Customer Customer, Order? Previous = null);
        """;

    [Theory]
    [InlineData("{amuont}", "decimal amount", "amuont", "did you mean '{amount}'?")]
    [InlineData("{order.custmer.name}", "Order order", "order.custmer.name", "did you mean '{order.customer}'?")]
    [InlineData("{order.Customer.fullName}", "Order order", "order.Customer.fullName", "did you mean '{order.customer.full_name}'?")]
    [InlineData("{order.customer.a.b}", "Order order", "order.customer.a.b", "use one of '{order.customer.full_name}'")]
    [InlineData("{order.customer.Odd}", "Order order", "order.customer.Odd", "use one of '{order.customer.full_name}'")]
    [InlineData("{amount.value}", "decimal amount", "amount.value", "'amount' has no members that could be named")]
    [InlineData("{}", "int first, int second", "", "use one of '{first}', '{second}'")]
    [InlineData("{context}", "GlmToolContext context", "context", "the tool takes none")]
    public async Task A_place_that_nothing_fills_is_an_error(string template, string parameters, string place, string remedy)
        => await (await Analyzed.Members($"#pragma warning disable GLM013\n[GlmTool(Description = \"d\", RequiresApproval = true, Confirmation = \"{template}\")] public void Bad({parameters}) {{ }}", Types))
            .AssertError("GLM043", "Bad", $"The confirmation of 'Bad' names '{place}', which is no argument; {remedy}");

    [Theory]
    [InlineData("{order.customer.full_name} {order.Customer.Name} {order}")]
    [InlineData("{ order.previous.customer.Name }")]
    [InlineData("nothing at all {{order.nothing}}")]
    public async Task A_place_that_is_filled_is_fine(string template)
        => (await Analyzed.Members($"#pragma warning disable GLM013\n[GlmTool(Description = \"d\", RequiresApproval = true, Confirmation = \"{template}\")] public void Good(Order order) {{ }}", Types)).AssertClean();
}
