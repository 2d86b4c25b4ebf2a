namespace GlmTools;

/// <summary>
/// Fills a parameter from <see cref="GlmToolContext.State"/>: the signed-in user, the tenant. It never enters the schema, and
/// the model cannot set it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromContextAttribute : Attribute;
