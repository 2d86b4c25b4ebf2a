namespace GlmTools;

/// <summary>The assistant's code ran.</summary>
/// <param name="Output">What it wrote.</param>
public sealed record QingYanExecutionOutput(string Output) : QingYanContent;
