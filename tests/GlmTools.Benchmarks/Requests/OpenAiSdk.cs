using System.ClientModel;
using System.ClientModel.Primitives;
using GlmTools.Benchmarks.Definitions;
using OpenAI;
using OpenAI.Chat;

namespace GlmTools.Benchmarks.Requests;

/// <summary>OpenAI's SDK with the same messages and tools.</summary>
internal static class OpenAiSdk
{
    public static ChatClient CreateClient(HttpMessageHandler handler) => new(
        SampleHistory.Model,
        new ApiKeyCredential("key"),
        new OpenAIClientOptions { Endpoint = new("http://localhost/v4"), Transport = new HttpClientPipelineTransport(new(handler)) });

    public static ChatMessage[] Messages() => [.. SampleHistory.Messages.Select(Message)];

    public static ChatCompletionOptions Options()
    {
        var options = new ChatCompletionOptions { Temperature = (float)SampleHistory.Temperature };
        for (var i = 0; i < 10; i++)
        {
            options.Tools.Add(Tool(i % 4, HandDefinitions.NameOf(i)));
        }

        return options;
    }

    public static ChatTool Tool(int tool, string name)
        => ChatTool.CreateFunctionTool(name, HandDefinitions.Description(tool), BinaryData.FromString(HandDefinitions.Parameters(tool)));

    /// <summary>Writes the parts of a request; the SDK shows nobody the whole of it.</summary>
    public static int Write(IReadOnlyList<ChatMessage> messages, ChatCompletionOptions options)
        => ModelReaderWriter.Write(options).ToMemory().Length + messages.Sum(static message => ModelReaderWriter.Write(message).ToMemory().Length);

    private static ChatMessage Message(GlmChatMessage message) => message.Role switch
    {
        GlmChatRole.System => new SystemChatMessage(message.Content),
        GlmChatRole.User => new UserChatMessage(message.Content),
        GlmChatRole.Tool => new ToolChatMessage(message.ToolCallId, message.Content),
        _ when message.ToolCalls.Count > 0 => new AssistantChatMessage(message.ToolCalls.Select(static call => ChatToolCall.CreateFunctionToolCall(call.Id, call.Name, BinaryData.FromString(call.Arguments)))),
        _ => new AssistantChatMessage(message.Content),
    };
}
