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
    /// <summary>The name of the client's connections, or how those of clients with names begin, with the <see cref="IHttpClientFactory"/>.</summary>
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
        return services.AddClient(name: null, configure);
    }

    /// <summary>
    /// Adds another <see cref="GlmClient"/>, such as for another account or a local server, as a keyed service, with the settings of the section
    /// <c>Glm:Clients:{name}</c>. They are checked when the host starts. The environment variables of the official SDKs are not for it.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the client: the key of the service, and the name of its options.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    /// <returns>The client's connections, for handlers of your own.</returns>
    public static IHttpClientBuilder AddKeyedGlm(this IServiceCollection services, string name, Action<GlmOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.AddClient(name, configure);
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
        if (!services.Any(service => service.ServiceType == typeof(GlmAgent) && Equals(service.ServiceKey, name)))
        {
            services.AddSingleton<IConfigureOptions<GlmHostedAgentOptions>>(provider => new AgentSettings(name, provider));
            services.AddSingleton<IValidateOptions<GlmHostedAgentOptions>>(provider => new AgentSettings(name, provider));
            services.AddKeyedSingleton(name, (provider, _) => HostedAgent.Create(provider, name, provider.GetRequiredService<IOptionsMonitor<GlmHostedAgentOptions>>().Get(name)));
        }

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
    /// <param name="agent">The agent that gets them, which has to be there when the host starts; all agents where it is left out.</param>
    public static IServiceCollection AddGlmTools(this IServiceCollection services, GlmToolSet tools, string? agent = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(tools);
        if (agent is null)
        {
            return services.AddSingleton(tools);
        }

        services.AddOptions<GlmHostedAgentOptions>(agent)
            .Validate<IServiceProviderIsKeyedService>(
                (_, known) => known.IsKeyedService(typeof(GlmAgent), agent),
                $"AddGlmTools adds tools to the agent '{agent}', and there is none: call services.AddGlmAgent(\"{agent}\"), or mend the name.")
            .ValidateOnStart();
        return services.AddKeyedSingleton(agent, tools);
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string? name, Action<GlmOptions>? configure)
    {
        var optionsName = name ?? Options.Options.DefaultName;
        if (!services.Any(service => service.ServiceType == typeof(GlmClient) && Equals(service.ServiceKey, name)))
        {
            ClientSettings Settings(IServiceProvider provider) => new(optionsName, provider.GetService<IConfiguration>());
            services.AddSingleton<IConfigureOptions<GlmOptions>>(Settings);
            services.AddSingleton<IPostConfigureOptions<GlmOptions>>(Settings);
            services.AddSingleton<IValidateOptions<GlmOptions>>(Settings);
            services.AddOptions<GlmOptions>(optionsName).ValidateOnStart();

            // Without a name it is a key of null, which is no key.
            services.AddKeyedSingleton(name, (provider, _) => CreateClient(provider, optionsName));
        }

        if (configure is not null)
        {
            services.Configure(optionsName, configure);
        }

        // The connections are renewed by the handler itself, so that the client can keep the handler as long as the program runs.
        return services.AddHttpClient(Connections(optionsName))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler(static (handler, _) =>
            {
                handler.ConnectTimeout = TimeSpan.FromSeconds(8);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
            });
    }

    private static string Connections(string name) => name.Length == 0 ? HttpClientName : $"{HttpClientName}.{name}";

    private static GlmClient CreateClient(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<GlmOptions>>().Get(name);
        return new(options.ApiKey!, options.Client with
        {
            Handler = options.Client.Handler ?? services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(Connections(name)),
            TimeProvider = options.Client.TimeProvider != TimeProvider.System ? options.Client.TimeProvider : services.GetService<TimeProvider>() ?? options.Client.TimeProvider,
        });
    }
}
