namespace GlmTools.Testing.Tests.Conformance;

/// <summary>A tool that forgot a case.</summary>
internal sealed class ThrowingTools
{
    public int Calls { get; private set; }

    /// <summary>Divides a hundred.</summary>
    [GlmTool]
    public int Divide(int by)
    {
        Calls++;
        return 100 / by;
    }
}
