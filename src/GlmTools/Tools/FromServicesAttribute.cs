namespace GlmTools;

/// <summary>
/// Fills a parameter from <see cref="GlmToolContext.Services"/>. It never enters the schema, and the model cannot set it.
/// </summary>
/// <param name="key">The key of a keyed service; <see langword="null"/> (the default) for one without.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromServicesAttribute(object? key = null) : Attribute
{
    /// <summary>The key of a keyed service, or <see langword="null"/>.</summary>
    public object? Key { get; } = key;
}
