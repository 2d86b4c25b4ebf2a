namespace Approvals;

public sealed record Receipt(string Reference, decimal Amount, decimal BalanceLeft);
