namespace BrowserTools;

public abstract record Payment
{
    public sealed record Card(string Number) : Payment;

    public sealed record Invoice(string Company, DateOnly Due) : Payment;
}
