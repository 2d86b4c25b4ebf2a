namespace GlmTools.Cli.Checking;

/// <summary>Why the service would refuse a history.</summary>
/// <param name="Pointer">The JSON Pointer (RFC 6901) of the place in the file.</param>
/// <param name="Code">The business code it would be refused with (protocol sheet 6.2).</param>
/// <param name="Text">What is wrong there.</param>
internal sealed record HistoryProblem(string Pointer, string Code, string Text)
{
    public override string ToString() => $"{(Pointer.Length == 0 ? "the whole" : Pointer)}: {Text}";
}
