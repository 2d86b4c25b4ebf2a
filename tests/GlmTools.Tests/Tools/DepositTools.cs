namespace GlmTools.Tests.Tools;

/// <summary>Tools that note what they were called with, and whose arguments may refuse to be made.</summary>
public sealed class DepositTools
{
    public List<string> Calls { get; } = [];

    /// <summary>Deposits money.</summary>
    [GlmTool(RequiresApproval = true)]
    public async Task<string> DepositAsync(Iban account, decimal amount, CancellationToken cancellationToken)
    {
        Calls.Add($"{account.Code} {amount}");
        await Task.Yield();
        return "done";
    }

    /// <summary>Closes an account.</summary>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public void Close(int account) => Calls.Add($"close {account}");

    /// <summary>Counts what was done.</summary>
    [GlmTool]
    public int Count([FromServices] IFormatProvider format) => Calls.Count;
}
