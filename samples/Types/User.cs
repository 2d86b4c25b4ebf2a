namespace Types;

internal sealed record User(string Name);
