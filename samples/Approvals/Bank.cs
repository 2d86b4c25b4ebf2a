using System.ComponentModel.DataAnnotations;
using GlmTools;

namespace Approvals;

/// <summary>A bank the model may look into as it likes, and may move money in only when a person has said yes.</summary>
public sealed class Bank
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Receipt> _booked = [];
    private readonly Dictionary<string, decimal> _balances = new() { ["li.wei"] = 1200, ["landlord"] = 0 };

    /// <summary>The balance of an account, in CNY.</summary>
    /// <param name="account">The name of the account</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public decimal GetBalance(string account)
    {
        lock (_lock)
        {
            return Balance(account);
        }
    }

    /// <summary>Transfers money from one account to another.</summary>
    /// <param name="from">The account that pays</param>
    /// <param name="to">The account that gets the money</param>
    /// <param name="amount">How much, in CNY</param>
    /// <param name="context">Not for the model</param>
    [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true, Confirmation = "Transfer {amount} CNY from {from} to {to}?")]
    public Receipt Transfer(string from, string to, [Range(0.01, 5000.0)] decimal amount, GlmToolContext context)
    {
        lock (_lock)
        {
            // A call has the same ids however often it is carried out, so whoever resumes a run twice does not pay twice.
            var reference = $"{context.RunId}/{context.CallId}";
            if (_booked.TryGetValue(reference, out var receipt))
            {
                return receipt;
            }

            var (left, gained) = (Balance(from) - amount, Balance(to) + amount);
            if (left < 0 || from == to)
            {
                throw new GlmToolException(from == to ? "the two accounts are the same" : $"{from} has only {Balance(from)} CNY");
            }

            (_balances[from], _balances[to]) = (left, gained);
            return _booked[reference] = new($"T{_booked.Count + 1:000}", amount, left);
        }
    }

    private decimal Balance(string account) => _balances.TryGetValue(account, out var balance)
        ? balance
        : throw new GlmToolException($"there is no account '{account}'; there are {string.Join(", ", _balances.Keys)}");
}
