using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GlmTools;

namespace Approvals;

/// <summary>
/// The long way, where the person decides tomorrow and in another program: the run is suspended, kept in a file, and goes on from there.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="model">The model.</param>
/// <param name="bank">The bank, which is there whoever runs.</param>
/// <param name="file">Where the suspended run is kept.</param>
internal sealed class Play(GlmClient client, string model, Bank bank, string file)
{
    // Only the programs know it, and not the file: so nobody can make up a decision. A real one comes out of a vault.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public async Task RunAsync(string question, CancellationToken cancellationToken)
    {
        Console.WriteLine($"\n1. A program asks: {question}");
        var run = await NewAgent().RunAsync(question, cancellationToken: cancellationToken);
        Print(run);
        if (run.PendingApprovals is not [var pending])
        {
            Console.WriteLine("The model did not ask for one transfer, so there is nothing to approve. Run the sample again.");
            return;
        }

        await File.WriteAllTextAsync(file, run.ToJson(), cancellationToken);
        Console.WriteLine($"   The run is suspended ({run.StopReason}) and kept in {file}.");

        Console.WriteLine("\n2. Somebody gets hold of the file, makes the 250 in it 950, and approves.");
        await ResumeAsync(static json => json.Replace("250", "950", StringComparison.Ordinal), static request => request.Approve(), cancellationToken);

        Console.WriteLine("\n3. Another program reads the file. A person mistypes the amount: -200.");
        await ResumeAsync(static json => json, static request => request.ApproveWith(Clerk.WithAmount(request, -200)), cancellationToken);

        Console.WriteLine("\n4. The person corrects it to 200.");
        await ResumeAsync(static json => json, static request => request.ApproveWith(Clerk.WithAmount(request, 200)), cancellationToken);

        Console.WriteLine("\n5. The file is still there, and is approved once more. The bank knows the call and does not pay twice.");
        await ResumeAsync(static json => json, static request => request.Approve(), cancellationToken);
        Console.WriteLine($"   The account {Account(pending)} has {bank.GetBalance(Account(pending))} CNY.");
    }

    /// <summary>What a program does that knows the file and nothing else of what was before.</summary>
    private async Task ResumeAsync(Func<string, string> tamper, Func<GlmApprovalRequest, GlmApprovalDecision> decide, CancellationToken cancellationToken)
    {
        var run = GlmRun.Parse(tamper(await File.ReadAllTextAsync(file, cancellationToken)));
        var request = run.PendingApprovals[0];
        Console.WriteLine($"   {request.Text}");
        try
        {
            Print(await NewAgent().ResumeAsync(run, [decide(request)], cancellationToken));
        }
        catch (GlmApprovalException refused)
        {
            Console.WriteLine($"   Refused: {refused.Message.ReplaceLineEndings("\n   ")}");
        }
    }

    private GlmAgent NewAgent() => new(client, model, bank.Tools, new() { ApprovalKey = _key });

    private static void Print(GlmRun run)
    {
        foreach (var call in run.ToolCalls)
        {
            Console.WriteLine($"   -> {call.Call.Name} {call.Call.Arguments}\n   <- {call.Result.Text.ReplaceLineEndings("\n      ")}");
        }

        foreach (var request in run.PendingApprovals)
        {
            Console.WriteLine($"   ?? {request.Text}");
        }

        if (run.Text.Length > 0)
        {
            Console.WriteLine($"   glm> {run.Text}");
        }
    }

    private static string Account(GlmApprovalRequest request) => JsonNode.Parse(request.Arguments)!["from"]!.GetValue<string>();
}
