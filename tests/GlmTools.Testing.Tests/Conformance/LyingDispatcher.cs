using System.Text;
using GlmTools.Binding;

namespace GlmTools.Testing.Tests.Conformance;

/// <summary>Advertises another schema than the binder of a tool was made for: what the generator must never do.</summary>
internal sealed class LyingDispatcher : GlmToolDispatcher
{
    private readonly byte[] _definition;
    private readonly Func<GlmToolInvocation, ValueTask> _invoke;

    private LyingDispatcher(string definition, Func<GlmToolInvocation, ValueTask> invoke) => (_definition, _invoke) = (Encoding.UTF8.GetBytes(definition), invoke);

    protected override ReadOnlySpan<byte> Definitions => _definition;

    protected override ReadOnlySpan<int> Ends => new[] { _definition.Length };

    protected override ReadOnlySpan<int> EstimatedTokens => new[] { 0 };

    /// <summary>A tool whose schema says something else.</summary>
    /// <param name="dispatcher">The dispatcher of the tool.</param>
    /// <param name="index">Which of its tools.</param>
    /// <param name="said">What the definition says.</param>
    /// <param name="instead">What is said in its place.</param>
    public static GlmToolSet About(GlmToolDispatcher dispatcher, int index, string said, string instead)
    {
        var definition = Encoding.UTF8.GetString(dispatcher.Definition(index));
        Assert.Contains(said, definition, StringComparison.Ordinal);
        return new(new LyingDispatcher(definition.Replace(said, instead, StringComparison.Ordinal), call => dispatcher.InvokeAsync(index, call)));
    }

    public override ValueTask InvokeAsync(int index, GlmToolInvocation call) => _invoke(call);
}
