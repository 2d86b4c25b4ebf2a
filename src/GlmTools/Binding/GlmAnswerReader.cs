using System.ComponentModel;

namespace GlmTools.Binding;

/// <summary>What the generator derives for the type of an answer: the definition of the tool that takes it, and how its arguments are read.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GlmAnswerReader<T> : GlmToolDispatcher
{
    /// <summary>Whether the answer is the parameter <c>value</c> of the tool, rather than all of its parameters.</summary>
    public virtual bool IsWrapped => false;

    /// <inheritdoc/>
    public sealed override ValueTask InvokeAsync(int index, GlmToolInvocation call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var reader = new ArgumentReader(call);
        call.Answer = Read(ref reader);
        if (call.Bind(ref reader))
        {
            call.Return();
        }

        return default;
    }

    /// <summary>Reads the answer.</summary>
    /// <param name="reader">The reader, on the arguments.</param>
    protected abstract T Read(ref ArgumentReader reader);
}
