using System.Runtime.CompilerServices;
using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>An emulator on a loopback port and a client that talks to it, for one test or for all tests of a class. Works with any test framework.</summary>
public sealed class GlmEmulatorFixture : IAsyncDisposable
{
    private GlmEmulatorFixture(GlmEmulator emulator)
    {
        Emulator = emulator;
        ClientOptions = new() { BaseAddress = emulator.BaseAddress };
        Client = new(emulator.ApiKey, ClientOptions);
    }

    /// <summary>The emulator, for clients of any kind: <see cref="GlmEmulator.BaseAddress"/> and <see cref="GlmEmulator.ApiKey"/>.</summary>
    public GlmEmulator Emulator { get; }

    /// <summary>A client that talks to it.</summary>
    public GlmClient Client { get; }

    /// <summary>What leads a client of your own to it.</summary>
    public GlmClientOptions ClientOptions { get; }

    /// <summary>All chat requests so far, also those that were refused, in order of arrival.</summary>
    public IReadOnlyList<GlmSentRequest> Requests => GlmSentRequest.Of(Emulator.Exchanges);

    /// <summary>Starts an emulator on a free port.</summary>
    /// <param name="model">What it says: a <see cref="ScriptedGlm"/>, a scenario, or replies in order.</param>
    /// <param name="faults">What garbles each answer it applies to, such as <see cref="FaultProfile.MissingId"/>.</param>
    public static Task<GlmEmulatorFixture> StartAsync(IEmulatedModel model, params FaultProfile[] faults)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(faults);
        return StartAsync(new GlmEmulatorOptions { Model = faults.Aggregate(model, static (model, fault) => model.WithFault(fault)) });
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">How it runs. It needs a port: for one in memory there is <see cref="ScriptedGlm"/>.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">The key of the options has not the form <c>id.secret</c>, or the emulator is in memory.</exception>
    [OverloadResolutionPriority(1)]
    public static async Task<GlmEmulatorFixture> StartAsync(GlmEmulatorOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.InMemory
            ? throw new ArgumentException("The fixture is an emulator with a port; leave InMemory out, or use ScriptedGlm.", nameof(options))
            : new(await GlmEmulator.StartAsync(options, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Makes another client that talks to it. Dispose of it.</summary>
    /// <param name="configure">Changes <see cref="ClientOptions"/>, such as the clock and the retries.</param>
    public GlmClient Connect(Func<GlmClientOptions, GlmClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new(Emulator.ApiKey, configure(ClientOptions));
    }

    /// <summary>Stops the emulator; a stream that is still running breaks off.</summary>
    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return Emulator.DisposeAsync();
    }
}
