using System.Globalization;
using System.Text.RegularExpressions;
using GlmTools.Emulator;

namespace GlmTools.Endurance.Tests.Killing;

/// <summary>Runs that are killed at random points and resumed until they are done, and what is left of them.</summary>
internal sealed partial class KillExperiment(int seed)
{
    private readonly Random _random = new(seed);

    public int Kills { get; private set; }

    public int Runs { get; private set; }

    /// <summary>How many calls were interrupted where nobody knows whether their effect happened.</summary>
    public int Interrupted { get; private set; }

    /// <summary>How many effects of calls that must not be repeated happened.</summary>
    public int Effects { get; private set; }

    /// <summary>Goes on until that many processes were killed.</summary>
    public async Task RunAsync(int kills)
    {
        await using var service = await Service.StartAsync(EmulatedModel.From(KillPlan.Answer), chunkDelay: TimeSpan.FromMilliseconds(1));
        await using var judge = await Service.StartJudgeAsync();
        while (Kills < kills)
        {
            var folder = Directory.CreateTempSubdirectory("glmtools-kill-");
            try
            {
                await RunAsync(service, folder.FullName, streaming: Runs % 2 == 0);
                await InspectAsync(judge, folder.FullName);
                Runs++;
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private async Task RunAsync(Service service, string folder, bool streaming)
    {
        while (true)
        {
            using var victim = ChildProcess.Start("victim", service.Address.ToString(), service.ApiKey, folder, streaming ? "stream" : "whole");
            var running = await victim.StandardOutput.ReadLineAsync().WaitAsync(Patience.Limit);
            Assert.Equal("running", running);

            // From the moment it runs: most die within some steps, some come to the end.
            using var mercy = new CancellationTokenSource(_random.Next(4) == 0 ? _random.Next(2000) : _random.Next(200));
            try
            {
                await victim.WaitForExitAsync(mercy.Token);
                Assert.Equal("Answered", (await victim.StandardOutput.ReadToEndAsync()).Trim());
                return;
            }
            catch (OperationCanceledException)
            {
                victim.Kill();
                await victim.WaitForExitAsync();
                Kills++;
            }
        }
    }

    private async Task InspectAsync(Service judge, string folder)
    {
        await using var store = await GlmSqliteStore.OpenAsync(Path.Combine(folder, "conversations.db"));
        var conversation = await GlmConversation.OpenAsync(store, Victim.ConversationId);
        await judge.AssertAcceptsAsync(conversation);
        Assert.Equal("done", conversation.Messages[^1].Content);

        var effects = (await File.ReadAllLinesAsync(Path.Combine(folder, "effects.txt"))).CountBy(static line => line).ToDictionary();
        foreach (var (effect, times) in effects.Where(static effect => MustHappenOnce(effect.Key)))
        {
            Assert.True(times == 1, $"'{effect}' happened {times.ToString(CultureInfo.InvariantCulture)} times.");
            Effects++;
        }

        foreach (var message in conversation.Messages.Where(static message => message.Role == GlmChatRole.Tool))
        {
            if (Done().Match(message.Content!) is { Success: true } done)
            {
                Assert.True(effects.ContainsKey(done.Groups[1].Value), $"'{done.Groups[1].Value}' was reported done and did not happen.");
            }
            else
            {
                Assert.Contains("may or may not have had an effect", message.Content, StringComparison.Ordinal);
                Interrupted++;
            }
        }
    }

    private static bool MustHappenOnce(string effect) => effect.StartsWith("book", StringComparison.Ordinal) || effect.StartsWith("erase", StringComparison.Ordinal);

    [GeneratedRegex("^did (.*)$")]
    private static partial Regex Done();
}
