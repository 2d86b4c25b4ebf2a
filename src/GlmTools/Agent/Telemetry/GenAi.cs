namespace GlmTools;

/// <summary>The attributes and values of the semantic conventions that are in use here. Those of GlmTools' own begin with its name.</summary>
internal static class GenAi
{
    public const string Chat = "chat";
    public const string ExecuteTool = "execute_tool";
    public const string InvokeAgent = "invoke_agent";

    public const string AgentName = "gen_ai.agent.name";
    public const string ConversationId = "gen_ai.conversation.id";
    public const string ErrorType = "error.type";
    public const string InputMessages = "gen_ai.input.messages";
    public const string OperationName = "gen_ai.operation.name";
    public const string OutputMessages = "gen_ai.output.messages";
    public const string ProviderName = "gen_ai.provider.name";
    public const string RequestMaxTokens = "gen_ai.request.max_tokens";
    public const string RequestModel = "gen_ai.request.model";
    public const string RequestTemperature = "gen_ai.request.temperature";
    public const string RequestTopP = "gen_ai.request.top_p";
    public const string ResponseFinishReasons = "gen_ai.response.finish_reasons";
    public const string ResponseId = "gen_ai.response.id";
    public const string ResponseModel = "gen_ai.response.model";
    public const string SystemInstructions = "gen_ai.system_instructions";
    public const string TokenType = "gen_ai.token.type";
    public const string ToolCallArguments = "gen_ai.tool.call.arguments";
    public const string ToolCallId = "gen_ai.tool.call.id";
    public const string ToolCallResult = "gen_ai.tool.call.result";
    public const string ToolDefinitions = "gen_ai.tool.definitions";
    public const string ToolName = "gen_ai.tool.name";
    public const string ToolType = "gen_ai.tool.type";
    public const string UsageCachedTokens = "gen_ai.usage.cache_read.input_tokens";
    public const string UsageInputTokens = "gen_ai.usage.input_tokens";
    public const string UsageOutputTokens = "gen_ai.usage.output_tokens";
    public const string UsageReasoningTokens = "gen_ai.usage.reasoning.output_tokens";

    public const string RunId = "glmtools.run.id";
    public const string RunTurns = "glmtools.run.turns";
    public const string StopReason = "glmtools.run.stop_reason";
    public const string Turn = "glmtools.turn";

    public const string DurationMetric = "gen_ai.client.operation.duration";
    public const string TokensMetric = "gen_ai.client.token.usage";

    /// <summary>What stands for a name that anybody could have made up, where there must not be many of them.</summary>
    public const string Other = "_OTHER";
}
