namespace Types;

internal sealed record Receipt(int Items, Payment Payment, TimeSpan Within);
