using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GlmTools.Hosting;

/// <summary>A client's options: read from the configuration, completed from the environment, and checked.</summary>
/// <param name="client">The name of the client; empty for the one without.</param>
/// <param name="configuration">The host's configuration, of which the environment is a part; <see langword="null"/> for none.</param>
internal sealed class ClientSettings(string client, IConfiguration? configuration) : IConfigureNamedOptions<GlmOptions>, IPostConfigureOptions<GlmOptions>, IValidateOptions<GlmOptions>
{
    private readonly string _path = client.Length == 0 ? GlmOptions.Section : $"{GlmOptions.Section}:Clients:{client}";

    public void Configure(GlmOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, GlmOptions options)
    {
        if (name != client)
        {
            return;
        }

        var settings = new SettingsReader(configuration?.GetSection(_path), options.Problems);
        options.ApiKey = settings.Text(nameof(options.ApiKey)) ?? options.ApiKey;
        options.Client = options.Client with
        {
            BaseAddress = settings.Url(nameof(GlmClientOptions.BaseAddress)) ?? options.Client.BaseAddress,
            Authentication = settings.Choice<GlmAuthentication>(nameof(GlmClientOptions.Authentication)) ?? options.Client.Authentication,
            Compatibility = settings.Named(
                nameof(GlmClientOptions.Compatibility),
                (nameof(GlmCompatibility.Service), GlmCompatibility.Service),
                (nameof(GlmCompatibility.Vllm), GlmCompatibility.Vllm),
                (nameof(GlmCompatibility.SgLang), GlmCompatibility.SgLang),
                (nameof(GlmCompatibility.LlamaCpp), GlmCompatibility.LlamaCpp),
                (nameof(GlmCompatibility.Ollama), GlmCompatibility.Ollama)) ?? options.Client.Compatibility,
            LongestResetWait = settings.Duration(nameof(GlmClientOptions.LongestResetWait)) ?? options.Client.LongestResetWait,
            MaxRetries = settings.Integer(nameof(GlmClientOptions.MaxRetries)) ?? options.Client.MaxRetries,
            Timeout = settings.Duration(nameof(GlmClientOptions.Timeout)) ?? options.Client.Timeout,
            StreamIdleTimeout = settings.Duration(nameof(GlmClientOptions.StreamIdleTimeout)) ?? options.Client.StreamIdleTimeout,
        };
    }

    // Last of all, because a key in code comes before one in the environment.
    public void PostConfigure(string? name, GlmOptions options)
    {
        // Those of the environment are the key and the address of one service. A client with a name is there to ask another one, which neither is for.
        if (name != client || client.Length > 0)
        {
            return;
        }

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
        if (name != client)
        {
            return ValidateOptionsResult.Skip;
        }

        if (options.Problems.Count > 0)
        {
            return ValidateOptionsResult.Fail(options.Problems);
        }

        if (string.IsNullOrWhiteSpace(options.ApiKey))
        {
            var key = $"{_path}:{nameof(options.ApiKey)}";
            var others = client.Length == 0 ? ", or set ZHIPUAI_API_KEY (open.bigmodel.cn) or ZAI_API_KEY (z.ai)" : "";
            return ValidateOptionsResult.Fail($"{key} is missing: set it as a user secret or by the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}{others}.");
        }

        try
        {
            new GlmClient(options.ApiKey, options.Client).Dispose();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException wrong)
        {
            return ValidateOptionsResult.Fail($"{_path}: {wrong.Message}");
        }
    }
}
