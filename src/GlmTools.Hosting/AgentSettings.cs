using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting;

/// <summary>The options of an agent: read from the configuration, and checked together with the tools it gets.</summary>
/// <param name="agent">The name of the agent.</param>
/// <param name="services">The services of the host.</param>
internal sealed class AgentSettings(string agent, IServiceProvider services) : IConfigureNamedOptions<GlmHostedAgentOptions>, IValidateOptions<GlmHostedAgentOptions>
{
    private readonly string _path = $"{GlmOptions.Section}:Agents:{agent}";

    public void Configure(GlmHostedAgentOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, GlmHostedAgentOptions options)
    {
        if (name != agent)
        {
            return;
        }

        var configuration = (IConfiguration?)services.GetService(typeof(IConfiguration));
        var settings = new SettingsReader(configuration?.GetSection(_path), options.Problems);
        options.Model = settings.Text(nameof(options.Model)) ?? options.Model;
        options.Client = settings.Text(nameof(options.Client)) ?? options.Client;
        options.Options = Read(settings, options.Options);
    }

    public ValidateOptionsResult Validate(string? name, GlmHostedAgentOptions options)
    {
        if (name != agent)
        {
            return ValidateOptionsResult.Skip;
        }

        if (options.Problems.Count > 0)
        {
            return ValidateOptionsResult.Fail(options.Problems);
        }

        if (options.ChatClient is null && string.IsNullOrWhiteSpace(options.Model))
        {
            return ValidateOptionsResult.Fail($"{_path}:{nameof(options.Model)} is missing: name the model, such as glm-4.6.");
        }

        try
        {
            // Once in vain, because whatever is wrong with an agent shows when it is made.
            HostedAgent.Create(services, agent, options);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException wrong)
        {
            return ValidateOptionsResult.Fail($"{_path}: {wrong.Message}");
        }
        catch (OptionsValidationException)
        {
            // About the client, whose own options say so.
            return ValidateOptionsResult.Success;
        }
    }

    private static GlmAgentOptions Read(SettingsReader settings, GlmAgentOptions options) => options with
    {
        Instructions = settings.Text(nameof(options.Instructions)) ?? options.Instructions,
        MaxTurns = settings.Integer(nameof(options.MaxTurns)) ?? options.MaxTurns,
        MaxToolCalls = settings.Integer(nameof(options.MaxToolCalls)) ?? options.MaxToolCalls,
        TokenBudget = settings.Long(nameof(options.TokenBudget)) ?? options.TokenBudget,
        CostBudget = settings.Decimal(nameof(options.CostBudget)) ?? options.CostBudget,
        MaxDuration = settings.Duration(nameof(options.MaxDuration)) ?? options.MaxDuration,
        ToolTimeout = settings.Duration(nameof(options.ToolTimeout)) ?? options.ToolTimeout,
        MaxParallelCalls = settings.Integer(nameof(options.MaxParallelCalls)) ?? options.MaxParallelCalls,
        ToolRetries = settings.Integer(nameof(options.ToolRetries)) ?? options.ToolRetries,
        AnswerRetries = settings.Integer(nameof(options.AnswerRetries)) ?? options.AnswerRetries,
        CaptureContent = settings.Flag(nameof(options.CaptureContent)) ?? options.CaptureContent,
        Settings = Read(settings, options.Settings),
    };

    private static GlmChatSettings Read(SettingsReader settings, GlmChatSettings chat) => chat with
    {
        Temperature = settings.Number(nameof(chat.Temperature)) ?? chat.Temperature,
        TopP = settings.Number(nameof(chat.TopP)) ?? chat.TopP,
        MaxTokens = settings.Integer(nameof(chat.MaxTokens)) ?? chat.MaxTokens,
        ReasoningEffort = settings.Text(nameof(chat.ReasoningEffort)) ?? chat.ReasoningEffort,
        ToolStream = settings.Flag(nameof(chat.ToolStream)) ?? chat.ToolStream,
        Thinking = settings.Flag(nameof(chat.Thinking)) switch
        {
            true => GlmThinking.Enabled,
            false => GlmThinking.Disabled,
            null => chat.Thinking,
        },
    };
}
