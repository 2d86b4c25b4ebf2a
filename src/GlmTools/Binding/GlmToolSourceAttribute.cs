using System.ComponentModel;

namespace GlmTools.Binding;

/// <summary>
/// Says whose tools a generated dispatcher has. Programs that look into assemblies from outside find the tools by it, and read their
/// definitions without an object of the type: those are constants.
/// </summary>
/// <param name="set">The type, as the lock file names it: <c>Demo.Outer+Inner</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GlmToolSourceAttribute(string set) : Attribute
{
    /// <summary>The type, as the lock file names it: <c>Demo.Outer+Inner</c>.</summary>
    public string Set { get; } = set;
}
