namespace GlmTools;

/// <summary>The content filter stepped in: what came of the answer should be withdrawn.</summary>
/// <param name="Text">What the service wants said instead; empty where it does not say.</param>
public sealed record QingYanIntervened(string Text) : QingYanEvent;
