namespace Types;

internal abstract record Payment
{
    internal sealed record Card(string Number) : Payment;

    internal sealed record Invoice(string Company, DateOnly Due) : Payment;
}
