namespace GlmTools;

/// <summary>Something an assistant put out: text, or what one of its own tools did. Those tools run on the service, never here (protocol sheet 9.2).</summary>
public abstract record QingYanContent : QingYanEvent
{
    private protected QingYanContent()
    {
    }
}
