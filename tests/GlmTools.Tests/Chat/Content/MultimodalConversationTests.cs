using GlmTools.Emulator;
using GlmTools.Tests.Agent;

namespace GlmTools.Tests.Chat.Content;

/// <summary>Parts on their way through conversations, journals and the emulated service.</summary>
public sealed class MultimodalConversationTests
{
    private const string Unknown = """{"type":"hologram","z":[1,"城"]}""";

    private static readonly string Json = $$$"""[{"role":"user","content":[{"type":"text","text":"这是什么?"},{"type":"image_url","image_url":{"url":"{{{SampleImage.Base64}}}"}},{{{Unknown}}}]}]""";

    [Fact]
    public void A_conversation_with_parts_is_the_same_after_ToJson_and_Parse()
    {
        var conversation = GlmConversation.Parse(Json);

        var parts = Assert.Single(conversation.Messages).Parts;
        Assert.Equal(["text", "image_url", "hologram"], parts.Select(static part => part.Type));
        Assert.Null(conversation.Messages[0].Content);
        Assert.Equal(Json, conversation.ToJson());
    }

    [Fact]
    public async Task A_stored_conversation_keeps_its_parts()
    {
        var store = new JournalStore();
        var conversation = await GlmConversation.OpenAsync(store, "c");
        foreach (var message in GlmConversation.Parse(Json).Messages)
        {
            await conversation.AddAsync(message);
        }

        Assert.Equal(Json, (await GlmConversation.OpenAsync(store, "c")).ToJson());
    }

    [Fact]
    public void Only_a_user_message_has_parts_and_text_beside_them_is_a_part()
    {
        var conversation = new GlmConversation();

        AssertRefused(GlmChatMessage.User("text") with { Parts = ["more"] }, "put the text into a part");
        AssertRefused(GlmChatMessage.System("text") with { Content = null, Parts = ["more"] }, "Only a user message has parts.");
        Assert.Equal("[]", conversation.ToJson());

        void AssertRefused(GlmChatMessage message, string expected)
            => Assert.Contains(expected, Assert.Throws<ArgumentException>(() => conversation.Add(message)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_answers_about_an_image_in_the_conversation()
    {
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.From(static request => EmulatedReply.Say($"{request.Messages[0].Text} {string.Join(' ', request.Messages[0].Parts.Select(static part => part.Url))}")),
        });
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress });
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("What?", new GlmImagePart(SampleImage.Png), new GlmImagePart("https://example.org/a.png")));

        var run = await new GlmAgent(glm, "glm-4.6v").ResumeAsync(conversation);

        Assert.Equal($"What?  {SampleImage.Base64} https://example.org/a.png", run.Text);
        Assert.Equal(GlmStopReason.Answered, run.StopReason);
    }
}
