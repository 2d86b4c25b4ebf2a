using System.Text.Json;
using GlmTools;

namespace CsvAnalyst;

/// <summary>Shows a program before it runs, and asks.</summary>
/// <param name="isTrusted">Whether every program may run: the user said so, or they are those of the script.</param>
internal sealed class Reviewer(bool isTrusted)
{
    public async ValueTask<GlmApprovalDecision> AskAsync(GlmApprovalRequest request, CancellationToken cancellationToken)
    {
        var code = JsonDocument.Parse(request.Arguments).RootElement.GetProperty("code").GetString()!;
        Console.WriteLine($"     the model wants to run:\n\n{code.ReplaceLineEndings("\n").Replace("\n", "\n       ", StringComparison.Ordinal).Insert(0, "       ")}\n");
        if (isTrusted)
        {
            Console.WriteLine("     approved: it comes from the script, or you said --yes");
            return request.Approve();
        }

        Console.Write("     run it? [y/n] ");
        var answer = await Task.Run(Console.ReadLine, cancellationToken);
        return answer?.Trim().ToLowerInvariant() is "y" or "yes" ? request.Approve() : request.Refuse("the user does not want this program to run");
    }
}
