namespace GlmTools;

/// <summary>Something that happened in a run. New kinds may come with later versions.</summary>
public abstract record GlmRunEvent
{
    private protected GlmRunEvent()
    {
    }
}
