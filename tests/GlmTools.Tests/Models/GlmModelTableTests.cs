namespace GlmTools.Tests.Models;

public sealed class GlmModelTableTests
{
    [Fact]
    public void The_built_in_table_knows_the_models_of_the_sheet()
    {
        var model = GlmModelTable.BuiltIn.Find("GLM-5.3-Flash")!;

        Assert.Equal(
            ("glm-5.3-flash", 1_000_000L, 131_072, 65_536, 1.0, 0.95, GlmThinkingRule.Always, true, 50, true, true),
            (model.Id, model.ContextTokens, model.MaxOutputTokens, model.DefaultMaxTokens, model.Temperature, model.TopP, model.Thinking, model.Vision, model.MaxImages, model.Tools, model.ToolStream));
        Assert.Equal(["low", "high", "max"], model.ReasoningEfforts);
        Assert.Equal(new DateOnly(2026, 10, 6), GlmModelTable.BuiltIn.Date);
        Assert.Equal(43, GlmModelTable.BuiltIn.Models.Count);
    }

    [Fact]
    public void What_is_not_certain_is_left_open()
    {
        var model = GlmModelTable.BuiltIn.Find("glm-4-airx")!;

        Assert.Null(model.ContextTokens);
        Assert.Null(model.DefaultMaxTokens);
        Assert.Null(GlmModelTable.BuiltIn.Find("glm-z1-air")!.Tools);
        Assert.Null(GlmModelTable.BuiltIn.Find("glm-9"));
    }

    [Fact]
    public void Every_model_that_chats_and_has_a_price_is_known()
    {
        string[] others = ["embedding-3", "embedding-2", "rerank", "glm-ocr", "codegeex-4"];

        Assert.All(GlmModelTable.BuiltIn.Models, static model => Assert.True(model.MaxOutputTokens is null || model.DefaultMaxTokens is null || model.DefaultMaxTokens <= model.MaxOutputTokens, model.Id));
        foreach (var id in new[] { "glm-5.3", "glm-4.7-flash", "glm-4-flash", "glm-4.6v", "glm-4-long", "glm-z1-flash", "glm-4-32b-0414-128k" })
        {
            Assert.NotNull(GlmModelTable.BuiltIn.Find(id));
            Assert.True((GlmPriceTable.Mainland.Find(id) ?? GlmPriceTable.International.Find(id)) is not null, id);
        }

        Assert.All(others, static id => Assert.Null(GlmModelTable.BuiltIn.Find(id)));
    }

    [Fact]
    public void An_entry_can_be_added_or_changed_without_changing_the_table()
    {
        var table = GlmModelTable.BuiltIn.With(new() { Id = "My-GLM", MaxOutputTokens = 10 }).With(GlmModelTable.BuiltIn.Find("glm-4-flash")! with { MaxOutputTokens = 8192 });

        Assert.Equal((10, 8192), (table.Find("my-glm")!.MaxOutputTokens, table.Find("glm-4-flash")!.MaxOutputTokens));
        Assert.Null(GlmModelTable.BuiltIn.Find("my-glm"));
        Assert.Equal(4095, GlmModelTable.BuiltIn.Find("glm-4-flash")!.MaxOutputTokens);
        Assert.Null(GlmModelTable.Empty.Find("glm-4-flash"));
    }
}
