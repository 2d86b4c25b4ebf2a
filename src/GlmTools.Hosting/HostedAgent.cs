using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GlmTools.Hosting;

/// <summary>Makes an agent out of what the host has for it.</summary>
internal static class HostedAgent
{
    /// <exception cref="ArgumentException">The options make no sense, two tools have the same name, or there is nobody to ask.</exception>
    public static GlmAgent Create(IServiceProvider services, string name, GlmHostedAgentOptions hosted)
    {
        var given = hosted.Options;
        var options = given with
        {
            Name = given.Name ?? name,
            Services = given.Services ?? services,
            Logger = given.Logger ?? services.GetService<ILoggerFactory>()?.CreateLogger($"{typeof(GlmAgent).FullName}.{name}"),
            Store = given.Store ?? services.GetService<IGlmConversationStore>(),
            TimeProvider = given.TimeProvider != TimeProvider.System ? given.TimeProvider : services.GetService<TimeProvider>() ?? given.TimeProvider,
        };
        var tools = new GlmToolSet(services.GetServices<GlmToolSet>().Concat(services.GetKeyedServices<GlmToolSet>(name)).SelectMany(static set => set));
        return hosted.ChatClient is { } client
            ? new(client, hosted.Model, tools, options)
            : new(Client(services, hosted.Client), hosted.Model!, tools, options);
    }

    private static GlmClient Client(IServiceProvider services, string? name) => services.GetKeyedService<GlmClient>(name) ?? throw new ArgumentException(name is null
        ? "There is no GlmClient: call services.AddGlm(), or set ChatClient."
        : $"There is no GlmClient named '{name}': call services.AddKeyedGlm(\"{name}\"), or leave {nameof(GlmHostedAgentOptions.Client)} out.");
}
