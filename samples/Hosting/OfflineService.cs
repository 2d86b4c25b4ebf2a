using GlmTools.Emulator;
using GlmTools.Hosting;

namespace Hosting;

/// <summary>A local emulator, for a program without a key.</summary>
internal sealed class OfflineService(GlmEmulator emulator) : IAsyncDisposable
{
    private static readonly string[] Keys = ["ZHIPUAI_API_KEY", "ZAI_API_KEY", "Glm__ApiKey"];

    public static async Task<OfflineService?> StartIfNoKeyAsync(CancellationToken cancellationToken)
    {
        if (Keys.Any(static name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name))))
        {
            return null;
        }

        var emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather }, cancellationToken);
        Console.WriteLine("No ZHIPUAI_API_KEY: a local emulator answers, from a script. It is no model.");
        return new(emulator);
    }

    public void Configure(GlmOptions options)
    {
        options.ApiKey = emulator.ApiKey;
        options.Client = options.Client with { BaseAddress = emulator.BaseAddress };
    }

    public ValueTask DisposeAsync() => emulator.DisposeAsync();
}
