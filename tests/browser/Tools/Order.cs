namespace BrowserTools;

/// <param name="Lines">At least one</param>
/// <param name="Payment">How it is paid</param>
public sealed record Order(IReadOnlyList<OrderLine> Lines, Payment Payment);
