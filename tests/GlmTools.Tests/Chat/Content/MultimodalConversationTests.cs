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

    public static TheoryData<string, string, GlmContentPart[]> Refused => new()
    {
        { "messages[2].content[1] is image_url, and glm-4-flash takes only text.", "glm-4-flash", ["What?", new GlmImagePart(SampleImage.Png)] },
        { "messages[2].content[0] is image_url, and glm-4-voice takes text and audio.", "glm-4-voice", [new GlmImagePart("https://example.org/a.png")] },
        { "messages[2].content[0] is video_url, and glm-5.2 takes only text.", "glm-5.2", [new GlmVideoPart("https://example.org/a.mp4")] },
        { "messages[2].content[0] is file, and glm-4.7 takes only text.", "glm-4.7", [GlmFilePart.FromId("1")] },
        { "messages[2].content[0] is file_url, and glm-4.7 takes only text.", "glm-4.7", [new GlmFileUrlPart("https://example.org/a.pdf")] },
        { "messages[2].content[0] is input_audio, and glm-4.6v takes text, images, videos and files.", "glm-4.6v", [new GlmAudioPart(SampleImage.Png, "wav")] },
        { "messages[2] has 6 images; glm-4v-plus-0111 takes 5 in a message.", "glm-4v-plus-0111", [.. Enumerable.Repeat(new GlmImagePart(SampleImage.Png), 6)] },
        { "messages[2].content[0] is an image itself, and glm-4v-flash takes only URLs.", "glm-4v-flash", [new GlmImagePart(SampleImage.Png)] },
        { "messages[2].content[0] is not a JPEG or PNG image", "glm-4.6v", [new GlmImagePart("GIF89a, and more"u8.ToArray())] },
        { "messages[2].content[0] is an image of 5242882 bytes; the service takes 5242880.", "glm-4.6v", [new GlmImagePart((byte[])[.. SampleImage.Png, .. new byte[(5 * 1024 * 1024) + 2 - SampleImage.Png.Length]])] },
        { "messages[2] has 51 files; the service takes 50.", "glm-9", [.. Enumerable.Repeat(GlmFilePart.FromUrl("https://example.org/a.pdf"), 51)] },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_a_model_does_not_take_is_refused_before_it_is_sent(string expected, string model, GlmContentPart[] parts)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("never")) });
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress });
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("""Is "content":[{"type":"image_url"}] an image?"""));
        conversation.Add(GlmChatMessage.User(parts));

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => new GlmAgent(glm, model, options: new() { Instructions = "Look." }).ResumeAsync(conversation));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Exchanges);
    }

    [Theory]
    [InlineData("glm-9")]
    [InlineData("glm-4.6v")]
    public async Task What_a_model_takes_or_nobody_knows_is_sent(string model)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.From(static _ => EmulatedReply.Say("seen")) });
        using var glm = new GlmClient(emulator.ApiKey, new() { BaseAddress = emulator.BaseAddress });
        var conversation = new GlmConversation();
        conversation.Add(GlmChatMessage.User("Look", new GlmImagePart(SampleImage.Png), new GlmVideoPart("https://example.org/a.mp4"), GlmFilePart.FromBytes(new byte[9], "application/pdf", "a.pdf")));

        Assert.Equal("seen", (await new GlmAgent(glm, model).ResumeAsync(conversation)).Text);
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
