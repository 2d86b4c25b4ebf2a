using System.Text;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>What a tool remembers of its definition once somebody has asked. Most tools of a large set are only ever sent.</summary>
/// <param name="dispatcher">The dispatcher of the tool.</param>
/// <param name="index">Its position there.</param>
internal sealed class GlmToolFacts(GlmToolDispatcher dispatcher, int index)
{
    /// <inheritdoc cref="GlmTool.Name"/>
    public string Name => field ??= Encoding.ASCII.GetString(GlmToolDescription.NameOf(dispatcher.Definition(index)));

    /// <summary>The parts of the definition.</summary>
    public GlmToolDescription Description => field ??= GlmToolDescription.Parse(dispatcher.Definition(index));

    /// <inheritdoc cref="GlmTool.Policy"/>
    public GlmToolPolicy Policy => field ??= dispatcher.Policy(index);
}
