using System.Runtime.CompilerServices;
using System.Text;
using GlmTools.Binding;

namespace GlmTools.Testing.Tests.Conformance;

/// <summary>Advertises another schema than the binder of a tool was made for: what the generator must never do.</summary>
/// <param name="tool">The tool.</param>
/// <param name="definition">What it advertises.</param>
internal sealed class LyingDispatcher(GlmTool tool, string definition) : GlmToolDispatcher
{
    private readonly byte[] _definition = Encoding.UTF8.GetBytes(definition);

    protected override ReadOnlySpan<byte> Definitions => _definition;

    protected override ReadOnlySpan<int> Ends => new[] { _definition.Length };

    protected override ReadOnlySpan<int> EstimatedTokens => new[] { 0 };

    /// <summary>A tool whose schema says something else.</summary>
    /// <param name="tool">The tool as it is.</param>
    /// <param name="said">What its definition says.</param>
    /// <param name="instead">What is said in its place.</param>
    public static GlmToolSet About(GlmTool tool, string said, string instead)
    {
        var definition = Encoding.UTF8.GetString(tool.Utf8Definition);
        Assert.Contains(said, definition, StringComparison.Ordinal);
        return new(new LyingDispatcher(tool, definition.Replace(said, instead, StringComparison.Ordinal)));
    }

    public override GlmToolPolicy Policy(int index) => tool.Policy;

    public override ValueTask InvokeAsync(int index, GlmToolInvocation call) => DispatcherOf(tool).InvokeAsync(IndexOf(tool), call);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_dispatcher")]
    private static extern ref GlmToolDispatcher DispatcherOf(GlmTool tool);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_index")]
    private static extern ref int IndexOf(GlmTool tool);
}
