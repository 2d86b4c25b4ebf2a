namespace GlmTools.Tests.Tools;

/// <summary>Tools in an order of declaration that is not the order of their names.</summary>
public sealed class Library(string shelf = "A")
{
    /// <summary>Returns a book.</summary>
    [GlmTool(Effect = GlmToolEffect.Idempotent, TimeoutSeconds = 2.5, Exclusive = "desk", MaxResultLength = 40)]
    public string ReturnBook(string title) => $"{title} is back on shelf {shelf}";

    /// <summary>借书</summary>
    /// <param name="title">书名</param>
    [GlmTool("borrow-book", RequiresApproval = true)]
    public Task<Loan> BorrowAsync(string title, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new Loan(title, new DateOnly(2026, 12, 1)));
    }

    /// <summary>Tells the opening hours.</summary>
    [GlmTool]
    public static string Hours() => "9-17";
}
