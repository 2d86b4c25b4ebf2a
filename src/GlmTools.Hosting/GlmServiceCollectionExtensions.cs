using System.Diagnostics.CodeAnalysis;
using GlmTools;
using GlmTools.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds GLM to the services of a host.</summary>
public static class GlmServiceCollectionExtensions
{
    /// <summary>The name of the client's connections with the <see cref="IHttpClientFactory"/>.</summary>
    private const string HttpClientName = "GlmTools";

    /// <summary>
    /// Adds a <see cref="GlmClient"/>, with the settings of the section <c>Glm</c>, or else of the environment variables of the official SDKs:
    /// <c>ZHIPUAI_API_KEY</c> and <c>ZHIPUAI_BASE_URL</c>, or <c>ZAI_API_KEY</c> and <c>ZAI_BASE_URL</c>. They are checked when the host starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    /// <returns>The client's connections, for handlers of your own.</returns>
    public static IHttpClientBuilder AddGlm(this IServiceCollection services, Action<GlmOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.Any(static service => service.ServiceType == typeof(GlmClient)))
        {
            services.AddSingleton<IConfigureOptions<GlmOptions>>(Settings);
            services.AddSingleton<IPostConfigureOptions<GlmOptions>>(Settings);
            services.AddSingleton<IValidateOptions<GlmOptions>>(Settings);
            services.AddOptions<GlmOptions>().ValidateOnStart();
            services.AddSingleton(CreateClient);
        }

        if (configure is not null)
        {
            services.Configure(configure);
        }

        // The connections are renewed by the handler itself, so that the client can keep the handler as long as the program runs.
        return services.AddHttpClient(HttpClientName)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(8);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            });
    }

    /// <summary>
    /// Adds a <see cref="GlmAgent"/> by its name, with the settings of the section <c>Glm:Agents:{name}</c>. It is a keyed service, and the
    /// first one is the service without a key as well. It gets the tools of <see cref="AddGlmTools{T}"/>, and is checked when the host starts.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the agent.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    /// <returns>The options of the agent, to be configured with services of the host.</returns>
    public static OptionsBuilder<GlmHostedAgentOptions> AddGlmAgent(this IServiceCollection services, string name, Action<GlmHostedAgentOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        services.AddSingleton<IConfigureOptions<GlmHostedAgentOptions>>(provider => new AgentSettings(name, provider));
        services.AddSingleton<IValidateOptions<GlmHostedAgentOptions>>(provider => new AgentSettings(name, provider));
        services.AddKeyedSingleton(name, (provider, _) => HostedAgent.Create(provider, name, provider.GetRequiredService<IOptionsMonitor<GlmHostedAgentOptions>>().Get(name)));
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<GlmAgent>(name));
        var options = services.AddOptions<GlmHostedAgentOptions>(name).ValidateOnStart();
        return configure is null ? options : options.Configure(configure);
    }

    /// <summary>Adds the tools of a type to the agents, and the type itself as a scoped service where it is not added yet: each call has a scope of its own.</summary>
    /// <typeparam name="T">A class or an interface with <see cref="GlmToolAttribute"/> methods, named directly: where a type parameter stands for it, nothing is generated.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="agent">The agent that gets them; all agents where it is left out.</param>
    /// <exception cref="GlmException">The type has no tools.</exception>
    public static IServiceCollection AddGlmTools<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IServiceCollection services, string? agent = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!typeof(T).IsAbstract)
        {
            services.TryAddScoped<T>();
        }

        return services.AddGlmTools(GlmToolSet.FromServices<T>(), agent);
    }

    /// <summary>Adds tools to the agents.</summary>
    /// <param name="services">The services.</param>
    /// <param name="tools">The tools.</param>
    /// <param name="agent">The agent that gets them; all agents where it is left out.</param>
    public static IServiceCollection AddGlmTools(this IServiceCollection services, GlmToolSet tools, string? agent = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(tools);
        return agent is null ? services.AddSingleton(tools) : services.AddKeyedSingleton(agent, tools);
    }

    private static ClientSettings Settings(IServiceProvider services) => new(services.GetService<IConfiguration>());

    private static GlmClient CreateClient(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<GlmOptions>>().Value;
        return new(options.ApiKey!, options.Client with
        {
            Handler = options.Client.Handler ?? services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(HttpClientName),
            TimeProvider = options.Client.TimeProvider != TimeProvider.System ? options.Client.TimeProvider : services.GetService<TimeProvider>() ?? options.Client.TimeProvider,
        });
    }
}
