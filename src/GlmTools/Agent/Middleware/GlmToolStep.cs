namespace GlmTools;

/// <summary>Calls the method of a tool, or surrounds another step that does.</summary>
/// <param name="execution">The call.</param>
/// <param name="cancellationToken">Cancels it, also when its time is up.</param>
public delegate ValueTask<GlmToolResult> GlmToolStep(GlmToolExecution execution, CancellationToken cancellationToken);
