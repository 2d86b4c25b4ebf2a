namespace GlmTools;

/// <summary>A tool that the service runs itself, beside or instead of the functions of the program (protocol sheet 2.5).</summary>
public abstract record GlmServerTool
{
    private protected GlmServerTool()
    {
    }

    /// <summary>The kind of tool, as the wire calls it.</summary>
    public abstract string Type { get; }
}
