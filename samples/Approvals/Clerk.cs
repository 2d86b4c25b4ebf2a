using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GlmTools;

namespace Approvals;

/// <summary>Asks at the terminal while the run waits: the short way, where the person is there.</summary>
internal sealed class Clerk(GlmToolSet tools)
{
    /// <summary>What <see cref="GlmAgentOptions.Approve"/> is set to.</summary>
    public async ValueTask<GlmApprovalDecision> AskAsync(GlmApprovalRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            Console.Write($"{request.Text} [y/n, or another amount] ");

            // Reading blocks; calls that need no approval go on meanwhile.
            var answer = await Task.Run(Console.ReadLine, cancellationToken);
            if (answer is null || Console.IsInputRedirected)
            {
                Console.WriteLine(answer);
            }

            switch (answer?.Trim().ToLowerInvariant())
            {
                case null:
                    return request.Refuse("nobody was there to ask");
                case "y" or "yes":
                    return request.Approve();
                case "n" or "no":
                    return request.Refuse("the customer said no");
                case var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount):
                    // A decision that does not fit would end the run, so it is tried first.
                    var edited = WithAmount(request, amount);
                    if (tools.Find(request.ToolName)!.Validate(Encoding.UTF8.GetBytes(edited)) is { Error: { } error })
                    {
                        Console.WriteLine(error);
                        break;
                    }

                    return request.ApproveWith(edited);
            }
        }
    }

    /// <summary>The arguments of a request with another amount.</summary>
    public static string WithAmount(GlmApprovalRequest request, decimal amount)
    {
        var arguments = JsonNode.Parse(request.Arguments)!.AsObject();
        arguments["amount"] = amount;
        return arguments.ToJsonString();
    }
}
