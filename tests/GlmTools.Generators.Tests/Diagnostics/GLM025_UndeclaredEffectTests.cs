using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM025_UndeclaredEffectTests
{
    [Theory]
    [InlineData("[GlmTool(Description = \"d\")] public void DeleteOrder() { }", "DeleteOrder", "delete_order")]
    [InlineData("[GlmTool(Description = \"d\")] public void SendAsync() { }", "SendAsync", "send")]
    [InlineData("[GlmTool(\"transfer-money\", Description = \"d\")] public void Move() { }", "Move", "transfer-money")]
    [InlineData("[GlmTool(Description = \"d\", RequiresApproval = false)] public void PayBill() { }", "PayBill", "pay_bill")]
    public async Task A_tool_that_sounds_final_and_declares_nothing_is_a_warning(string member, string method, string tool)
        => (await Analyzed.Members(member)).AssertReported(
            "GLM025", method, $"'{tool}' sounds as if it could not be undone, and may run beside other calls and with repaired arguments; declare what it does: Effect = GlmToolEffect.Destructive");

    [Theory]
    [InlineData("[GlmTool(Description = \"d\", Effect = GlmToolEffect.Destructive)] public void DeleteOrder() { }")]
    [InlineData("[GlmTool(Description = \"d\", Effect = GlmToolEffect.ReadOnly)] public void RemoveDuplicates() { }")]
    [InlineData("[GlmTool(Description = \"d\", Effect = GlmToolEffect.Unspecified)] public void SendPing() { }")]
    [InlineData("[GlmTool(Description = \"d\", RequiresApproval = true)] public void PayBill() { }")]
    [InlineData("[GlmTool(Description = \"d\")] public void ListDeletedOrders() { }")]
    [InlineData("[GlmTool(Description = \"d\")] public void Deletions() { }")]
    [InlineData("[GlmTool(Description = \"d\")] public void Payment() { }")]
    [InlineData("public void DeleteOrder() { }")]
    public async Task A_tool_that_says_what_it_does_is_fine(string member) => (await Analyzed.Members(member)).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM025\n[GlmTool(Description = \"d\")] public void DeleteOrder() { }")).AssertClean();
}
