namespace GlmTools.Binding;

/// <summary>Takes reports nobody listens to.</summary>
internal sealed class NoProgress : IProgress<string>
{
    public static NoProgress Instance { get; } = new();

    public void Report(string value)
    {
    }
}
