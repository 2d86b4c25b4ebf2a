using System.Text;
using GlmTools;
using Types;
using static LocalServer.Checks;

namespace LocalServer;

/// <summary>
/// What the schema of each tool is worth to the server: it samples at random within its grammar, and the binder judges every call. A rule
/// that is broken is either one the grammar is known to leave open, or a finding.
/// </summary>
internal sealed class SchemaChecks(Server server, int answers)
{
    private static readonly GlmToolContext Context = new() { Services = new Clocks(), State = new User("li") };

    private readonly SortedDictionary<string, int> _open = new(StringComparer.Ordinal);
    private (int Calls, int Taken, int Cut, int Unreadable) _sum;

    /// <summary>Whether the server could not read what its own model had written under its own grammar.</summary>
    public static bool IsUnreadable(GlmException failure) => failure.Message.Contains("does not match the expected", StringComparison.Ordinal);

    public async Task RunAsync(Checks checks)
    {
        using var glm = server.ConnectOnce();
        foreach (var tool in Keywords.Tools + new Shop().Tools)
        {
            await checks.RunAsync($"schema of {tool.Name}", () => JudgeAsync(glm, tool));
        }

        Console.WriteLine($"{_sum.Calls} calls, {_sum.Taken} taken; {_sum.Cut} answers cut off, {_sum.Unreadable} the server itself could not read");
        Console.WriteLine($"left open: {string.Join(", ", _open.Select(static rule => $"{rule.Key} {rule.Value}"))}");
    }

    private async Task<string> JudgeAsync(GlmClient glm, GlmTool tool)
    {
        var (calls, taken, cut, unreadable) = (0, 0, 0, 0);
        for (var seed = 0; seed < answers; seed++)
        {
            Answer answer;
            try
            {
                answer = await Answer.WholeAsync(glm, Server.Ask(seed, new([tool])) with { AdditionalProperties = Server.MustCall });
            }
            catch (GlmException failure) when (IsUnreadable(failure))
            {
                unreadable++;
                continue;
            }

            cut += answer.FinishReason == GlmFinishReason.Length ? 1 : 0;
            foreach (var call in answer.WholeCalls)
            {
                calls++;
                taken += await IsTakenAsync(tool, call, answer.Model) ? 1 : 0;
            }
        }

        Require(calls > 0 || OpenRules.MayBeUnreadable(tool), $"no call came; {unreadable} answers the server itself could not read");
        _sum = (_sum.Calls + calls, _sum.Taken + taken, _sum.Cut + cut, _sum.Unreadable + unreadable);
        return $"{taken} of {calls} calls taken{(unreadable == 0 ? "" : $", {unreadable} answers the server itself could not read")}";
    }

    private async Task<bool> IsTakenAsync(GlmTool tool, GlmToolCall call, string? template)
    {
        Require(call.Name == tool.Name, $"{call.Name} was called");
        var result = await tool.InvokeAsync(Encoding.UTF8.GetBytes(call.Arguments), Context);
        Require(result.Exception is null, $"{call.Arguments}: {result.Exception}");
        Require(result.Repairs.Count == 0, $"{call.Arguments}: {string.Join(", ", result.Repairs)}");
        foreach (var problem in result.Error?.Problems ?? [])
        {
            var reason = OpenRules.Of(tool, problem, template);
            Require(reason is not null, $"{problem.Rule} of {problem} in {call.Arguments}");
            _open[reason!] = _open.GetValueOrDefault(reason!) + 1;
        }

        return !result.IsError;
    }
}
