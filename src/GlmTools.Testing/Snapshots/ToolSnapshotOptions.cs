namespace GlmTools.Testing;

/// <summary>Where a snapshot is kept, and how. By default, what Verify would do.</summary>
public sealed class ToolSnapshotOptions
{
    /// <summary>How it is written. The default is <see cref="ToolSnapshotFormat.Json"/>.</summary>
    public ToolSnapshotFormat Format { get; init; }

    /// <summary>The directory, absolute or relative to the one of the test file, which is the default.</summary>
    public string? Directory { get; init; }

    /// <summary>
    /// The class of the test. The default is taken from the name of the test file, up to the first dot; name the class where it is
    /// called otherwise or nested: its file is <c>Outer.Inner.Method</c> then.
    /// </summary>
    public Type? TestClass { get; init; }

    /// <summary>The method of the test, which the compiler fills in by default. Two snapshots of one test need two names.</summary>
    public string? Method { get; init; }

    /// <summary>The arguments of a theory, name and value, which become part of the name: <c>Method_city=北京_days=2</c>. None by default.</summary>
    public IReadOnlyList<(string Name, object? Value)> Parameters { get; init; } = [];

    /// <summary>The whole name in front of <c>.verified</c>, in place of class, method and parameters. None by default.</summary>
    public string? FileName { get; init; }
}
