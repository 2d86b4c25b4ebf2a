namespace GlmTools;

/// <summary>The answer is over. Always the last event.</summary>
/// <param name="Status">
/// The last status the service told, <c>finish</c> or <c>intervene</c> as far as they are known (protocol sheet 9.2); <see langword="null"/> where it told none.
/// </param>
public sealed record QingYanEnded(string? Status) : QingYanEvent
{
    /// <summary>Whether the service said that the answer is complete.</summary>
    public bool IsComplete => string.Equals(Status, "finish", StringComparison.OrdinalIgnoreCase);
}
