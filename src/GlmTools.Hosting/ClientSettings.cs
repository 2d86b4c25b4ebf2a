using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting;

/// <summary>The client's options: read from the configuration, completed from the environment, and checked.</summary>
/// <param name="configuration">The host's configuration, of which the environment is a part; <see langword="null"/> for none.</param>
internal sealed class ClientSettings(IConfiguration? configuration = null) : IConfigureOptions<GlmOptions>, IPostConfigureOptions<GlmOptions>, IValidateOptions<GlmOptions>
{
    public void Configure(GlmOptions options)
    {
        var settings = new SettingsReader(configuration?.GetSection(GlmOptions.Section), options.Problems);
        var client = options.Client;
        options.ApiKey = settings.Text(nameof(options.ApiKey)) ?? options.ApiKey;
        options.Client = client with
        {
            BaseAddress = settings.Url(nameof(client.BaseAddress)) ?? client.BaseAddress,
            Authentication = settings.Choice<GlmAuthentication>(nameof(client.Authentication)) ?? client.Authentication,
            Compatibility = settings.Named(
                nameof(client.Compatibility),
                (nameof(GlmCompatibility.Service), GlmCompatibility.Service),
                (nameof(GlmCompatibility.Vllm), GlmCompatibility.Vllm),
                (nameof(GlmCompatibility.SgLang), GlmCompatibility.SgLang),
                (nameof(GlmCompatibility.LlamaCpp), GlmCompatibility.LlamaCpp),
                (nameof(GlmCompatibility.Ollama), GlmCompatibility.Ollama)) ?? client.Compatibility,
            LongestResetWait = settings.Duration(nameof(client.LongestResetWait)) ?? client.LongestResetWait,
            MaxRetries = settings.Integer(nameof(client.MaxRetries)) ?? client.MaxRetries,
            Timeout = settings.Duration(nameof(client.Timeout)) ?? client.Timeout,
            StreamIdleTimeout = settings.Duration(nameof(client.StreamIdleTimeout)) ?? client.StreamIdleTimeout,
        };
    }

    // Last of all, because a key in code comes before one in the environment.
    public void PostConfigure(string? name, GlmOptions options)
    {
        try
        {
            Func<string, string?> read = configuration is null ? Environment.GetEnvironmentVariable : variable => configuration[variable];
            var (apiKey, baseAddress) = GlmEnvironment.Complete(read, string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey, options.Client.BaseAddress);
            options.ApiKey = apiKey;
            options.Client = options.Client with { BaseAddress = baseAddress };
        }
        catch (GlmException wrong)
        {
            options.Problems.Add(wrong.Message);
        }
    }

    public ValidateOptionsResult Validate(string? name, GlmOptions options)
    {
        if (options.Problems.Count > 0)
        {
            return ValidateOptionsResult.Fail(options.Problems);
        }

        if (options.ApiKey is null)
        {
            return ValidateOptionsResult.Fail($"{GlmOptions.Section}:{nameof(options.ApiKey)} is missing: set it as a user secret or by the environment variable {GlmOptions.Section}__{nameof(options.ApiKey)}, or set ZHIPUAI_API_KEY (open.bigmodel.cn) or ZAI_API_KEY (z.ai).");
        }

        try
        {
            using var client = new GlmClient(options.ApiKey, options.Client);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException wrong)
        {
            return ValidateOptionsResult.Fail($"{GlmOptions.Section}: {wrong.Message}");
        }
    }
}
