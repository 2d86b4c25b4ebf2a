using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>What a user may say to an agent: text, or a message with images, files and the like.</summary>
public sealed class PromptTests
{
    // One pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, BothModes]
    public async Task A_prompt_may_have_images_beside_its_text(bool streaming)
    {
        await using var bench = await SeeingAsync(EmulatedReply.Say("a dot"));

        var run = await bench.RunAsync(streaming, GlmChatMessage.User("What is this?", new GlmImagePart(Png)));

        Assert.Equal("a dot", run.Text);
        Assert.Equal(
            $$$"""[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"{{{Convert.ToBase64String(Png)}}}"}}]""",
            bench.Requests[0].GetProperty("messages")[0].GetProperty("content").GetRawText());
    }

    [Theory, BothModes]
    public async Task An_answer_of_a_type_may_be_asked_of_an_image(bool streaming)
    {
        await using var bench = await SeeingAsync(EmulatedReply.Call("final_answer", """{"width":3}"""));
        var prompt = GlmChatMessage.User("How large is it?", new GlmImagePart(Png));

        var size = streaming ? await Sized(bench.Agent().StreamAsync<Size>(prompt)) : (await bench.Agent().RunAsync<Size>(prompt)).Answer;

        Assert.Equal(new Size(3), size);
        Assert.Equal(2, bench.Requests[0].GetProperty("messages")[0].GetProperty("content").GetArrayLength());
    }

    [Fact]
    public async Task A_prompt_that_waits_in_a_store_keeps_its_parts()
    {
        var store = new GlmMemoryStore();
        await using var bench = await SeeingAsync(EmulatedReply.Say("a dot"));
        bench.Options = new() { Store = store };
        bench.Conversation = await bench.Agent().OpenAsync("li");

        await bench.RunAsync(streaming: false, GlmChatMessage.User("What is this?", new GlmImagePart(Png)));

        var stored = await bench.Agent().OpenAsync("li");
        Assert.Equal(Png, Assert.IsType<GlmImagePart>(stored.Messages[0].Parts[1]).Bytes);
    }

    public static TheoryData<GlmChatMessage, string> Wrong => new()
    {
        { "  ", "The prompt is empty: there is nothing to ask the model. (Parameter 'prompt')" },
        { GlmChatMessage.User(" ", ""), "The prompt is empty: there is nothing to ask the model. (Parameter 'prompt')" },
        { GlmChatMessage.System("Be nice."), "The prompt has the role System; it has to come from the user. Other messages are added to the conversation. (Parameter 'prompt')" },
        { GlmChatMessage.User(new GlmImagePart(Png)) with { Content = "both" }, "The prompt is no message of the user: It has a content and parts: put the text into a part. (Parameter 'prompt')" },
        { GlmChatMessage.User("Look.", new GlmImagePart("GIF89a"u8.ToArray())), "prompt.content[1] is not a JPEG or PNG image, and the service takes no other. (Parameter 'request')" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_no_prompt_leaves_the_conversation_as_it_was(GlmChatMessage prompt, string message)
    {
        await using var bench = await SeeingAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => bench.Agent().RunAsync(prompt, bench.Conversation));

        Assert.Equal(message, refused.Message);
        Assert.Throws<ArgumentException>(() => bench.Agent().StreamAsync(prompt, bench.Conversation));
        Assert.Empty(bench.Conversation.Messages);
    }

    private static async Task<Bench> SeeingAsync(params EmulatedReply[] replies)
    {
        var bench = await Bench.StartAsync(replies);
        bench.Model = "glm-4.6v";
        bench.Set = GlmToolSet.Empty;
        return bench;
    }

    private static async Task<Size?> Sized(IAsyncEnumerable<GlmRunEvent> events)
    {
        Size? size = null;
        await foreach (var e in events)
        {
            size = (e as GlmAnswered<Size>)?.Answer ?? size;
        }

        return size;
    }

    public sealed record Size(int Width);
}
