namespace Types;

/// <param name="Lines">At least one</param>
/// <param name="Payment">How it is paid</param>
internal sealed record Order(IReadOnlyList<OrderLine> Lines, Payment Payment)
{
    /// <summary>How long it may take</summary>
    public TimeSpan Deliver { get; init; } = TimeSpan.FromDays(5);
}
