using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI;
using OpenAI.Chat;

namespace GlmTools.Emulator.Tests.Clients;

/// <summary>The OpenAI SDK for .NET, pointed at the emulator: a client that nobody here wrote.</summary>
public sealed class OpenAIClientTests : IAsyncLifetime
{
    private static readonly ChatTool Weather = ChatTool.CreateFunctionTool(
        "get_current_weather", "The weather of a city.", BinaryData.FromString("""{"type":"object","properties":{"location":{"type":"string"}},"required":["location"]}"""));

    private GlmEmulator _emulator = null!;

    public async Task InitializeAsync() => _emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather });

    public async Task DisposeAsync() => await _emulator.DisposeAsync();

    [Fact]
    public async Task Chats()
    {
        var answer = (await Chat().CompleteChatAsync("你好")).Value;

        Assert.Equal(ChatFinishReason.Stop, answer.FinishReason);
        Assert.NotEmpty(answer.Content[0].Text);
        Assert.True(answer.Usage.TotalTokenCount > 0);
    }

    [Fact]
    public async Task Streams()
    {
        var whole = (await Chat().CompleteChatAsync("你好")).Value.Content[0].Text;
        var text = "";
        ChatFinishReason? reason = null;
        ChatTokenUsage? usage = null;
        await foreach (var update in Chat().CompleteChatStreamingAsync("你好"))
        {
            text += string.Concat(update.ContentUpdate.Select(static part => part.Text));
            reason = update.FinishReason ?? reason;
            usage = update.Usage ?? usage;
        }

        Assert.Equal((whole, ChatFinishReason.Stop), (text, reason));
        Assert.True(usage?.TotalTokenCount > 0);
    }

    [Fact]
    public async Task Calls_tools_and_tells_their_results()
    {
        List<ChatMessage> messages = [new UserChatMessage("今天北京天气如何?")];
        var options = new ChatCompletionOptions { Tools = { Weather } };

        var call = (await Chat().CompleteChatAsync(messages, options)).Value;
        messages.Add(new AssistantChatMessage(call));
        messages.Add(new ToolChatMessage(call.ToolCalls[0].Id, """{"location":"北京","temperature":21.5,"unit":"c","condition":"晴"}"""));
        var answer = (await Chat().CompleteChatAsync(messages, options)).Value;

        Assert.Equal(ChatFinishReason.ToolCalls, call.FinishReason);
        Assert.Equal("北京", JsonElement.Parse(call.ToolCalls[0].FunctionArguments.ToString()).GetProperty("location").GetString());
        Assert.Contains("北京", answer.Content[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_tool_calls()
    {
        var (name, arguments) = ("", "");
        await foreach (var update in Chat().CompleteChatStreamingAsync([new UserChatMessage("今天北京天气如何?")], new() { Tools = { Weather } }))
        {
            foreach (var piece in update.ToolCallUpdates)
            {
                name += piece.FunctionName;
                arguments += piece.FunctionArgumentsUpdate;
            }
        }

        Assert.Equal("get_current_weather", name);
        Assert.Equal("北京", JsonElement.Parse(arguments).GetProperty("location").GetString());
    }

    [Fact]
    public async Task Embeds()
    {
        var vectors = (await Client(_emulator.ApiKey).GetEmbeddingClient("embedding-3").GenerateEmbeddingsAsync(["天气很好", "天气真好", "unrelated words"], new() { Dimensions = 512 })).Value;

        Assert.Equal([0, 1, 2], vectors.Select(static vector => vector.Index));
        Assert.All(vectors, static vector => Assert.Equal(512, vector.ToFloats().Length));
        Assert.True(Dot(vectors[0].ToFloats().Span, vectors[1].ToFloats().Span) > Dot(vectors[0].ToFloats().Span, vectors[2].ToFloats().Span));
    }

    [Fact]
    public async Task Lists_models()
        => Assert.Contains("glm-4.6", (await Client(_emulator.ApiKey).GetOpenAIModelClient().GetModelsAsync()).Value.Select(static model => model.Id));

    [Fact]
    public async Task Knows_a_bad_key()
    {
        var refusal = await Assert.ThrowsAsync<ClientResultException>(() => Client(new string('0', 32) + ".wrongwrongwrong1").GetChatClient("glm-4-flash").CompleteChatAsync("你好"));

        Assert.Equal(401, refusal.Status);
        Assert.Contains("100", refusal.Message, StringComparison.Ordinal);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private ChatClient Chat() => Client(_emulator.ApiKey).GetChatClient("glm-4-flash");

    private OpenAIClient Client(string key)
        => new(new ApiKeyCredential(key), new() { Endpoint = _emulator.BaseAddress, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });
}
