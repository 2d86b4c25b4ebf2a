namespace GlmTools.Generators.Model;

/// <summary>How the result of a method is waited for.</summary>
internal enum AwaitKind
{
    /// <summary>It is there at once.</summary>
    None,

    /// <summary>By awaiting a task.</summary>
    Task,

    /// <summary>By enumerating a stream to its end.</summary>
    Stream,
}
