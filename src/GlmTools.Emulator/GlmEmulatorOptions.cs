namespace GlmTools.Emulator;

/// <summary>How the emulator runs.</summary>
public sealed record GlmEmulatorOptions
{
    /// <summary>What the service says.</summary>
    public required IEmulatedModel Model { get; init; }

    /// <summary>Whose wire it speaks. Default: that of the service. The address and the key stay the same.</summary>
    public EmulatedServer Server { get; init; }

    /// <summary>The key it accepts, <c>id.secret</c>; <see langword="null"/> (the default) makes a random one.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The port on 127.0.0.1, 0 (the default) for a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Whether it listens on no port at all, so that only <see cref="GlmEmulator.CreateHandler"/> leads to it: the same pipeline without a
    /// socket. Its addresses begin with <c>http://localhost</c> then. Default: <see langword="false"/>.
    /// </summary>
    public bool InMemory { get; init; }

    /// <summary>How long to wait between two frames of a stream.</summary>
    /// <value>Not at all.</value>
    public TimeSpan ChunkDelay { get; init; }

    /// <summary>The models that exist, or <see langword="null"/> (the default) to take any name. Another one is refused with code 1211.</summary>
    public IReadOnlyCollection<string>? KnownModels { get; init; }

    /// <summary>The QingYan side of the service, which has a key of its own.</summary>
    /// <value>An assistant that says what it was asked.</value>
    public EmulatedQingYanOptions QingYan { get; init; } = new();

    /// <summary>The clock of expiry, time stamps and delays.</summary>
    /// <value>The system's.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How often a task or a batch says that it is not ready, 0 or more: without a clock, so that a test knows what it gets.</summary>
    /// <value>Once.</value>
    public int PollsUntilDone { get; init; } = 1;

    /// <summary>Whether exchanges are kept. A process that runs for days, or measures its memory, does without.</summary>
    public bool KeepExchanges { get; init; } = true;

    /// <summary>What may be logged: never the key.</summary>
    public override string ToString() => $"{nameof(GlmEmulatorOptions)} {{ Port = {Port}, Model = {Model} }}";
}
