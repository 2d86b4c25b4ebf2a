using GlmTools.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GlmTools.Hosting.Tests;

/// <summary>Hosts with the configuration a test gives them, and with no other: neither files nor the environment.</summary>
internal static class TestHost
{
    public static IHost Build(Dictionary<string, string?> configuration, Action<IServiceCollection> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(configuration);
        add(builder.Services);
        return builder.Build();
    }

    /// <summary>The settings of an emulated service.</summary>
    public static Dictionary<string, string?> Of(GlmEmulator emulator, params (string Key, string Value)[] more)
        => new([new("Glm:ApiKey", emulator.ApiKey), new("Glm:BaseAddress", emulator.BaseAddress.ToString()), .. more.Select(static pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))]);

    public static Task<GlmEmulator> ServiceAsync(params EmulatedReply[] replies)
        => GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(replies) });
}
