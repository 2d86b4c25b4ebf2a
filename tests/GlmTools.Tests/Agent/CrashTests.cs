using System.Text.Json;
using GlmTools.Emulator;

namespace GlmTools.Tests.Agent;

/// <summary>A program may end after any entry of its journal, and its store may fail at any: the run goes on, and nothing happens twice.</summary>
public sealed class CrashTests
{
    private static readonly string[] Repeatable = ["read", "put", "clock"];

    // What follows depends on how far the transcript got, so that a resumed run hears what the first one would have heard.
    private static readonly EmulatedReply[] Course =
    [
        EmulatedReply.Calls(Call("read", "a1"), Call("fax", "a2"), Call("read", "a1"), Call("put", "a3"), Call("shred", "a4"), Call("fax", "a5"), new("clock", "")),
        EmulatedReply.Calls(Call("telegraph", "b1"), new("fax", "{\"paper\":[7]}"), Call("fax", "b2"), Call("sign", "b3"), Call("staple", "b4")) with { Reasoning = "\n想", Text = "\n" },
        EmulatedReply.Calls(Call("sign", "c1"), Call("shred", "c2"), new("fax", "{\"paper\":\"c3\"}{\"paper\":\"c4\"}"), Call("fax", "c5")),
        EmulatedReply.Calls(Call("fax", "d1"), Call("shred", "d2")) with { FinishReason = "length" },
        EmulatedReply.Say("done"),
    ];

    [Theory, BothModes]
    public async Task A_run_goes_on_from_behind_any_entry_of_its_journal(bool streaming)
    {
        await using var bench = await StartAsync();
        var whole = await RecordAsync(bench);
        Assert.True(whole.Entries.Count > 35, $"Only {whole.Entries.Count} entries.");

        for (var count = 1; count <= whole.Entries.Count; count++)
        {
            await AssertGoesOnAsync(bench, whole.CutAt(count), streaming, ran: []);
        }
    }

    [Fact]
    public async Task A_run_goes_on_when_what_goes_on_crashes_as_well()
    {
        await using var bench = await StartAsync();
        var whole = await RecordAsync(bench);

        for (var count = 1; count <= whole.Entries.Count; count += 2)
        {
            foreach (var more in (int[])[0, 1, 4])
            {
                var store = whole.CutAt(count);
                store.Before = (position, _) => ThrowIf(position >= count + more);
                Prepare(bench, store);
                bench.Conversation = await bench.Agent().OpenAsync("c");
                var failure = await Record.ExceptionAsync(() => bench.ResumeAsync(streaming: true));
                Assert.True(failure is IOException or null, $"{failure}");

                await AssertGoesOnAsync(bench, new JournalStore(store.Entries), streaming: false, bench.Desk.Log);
            }
        }
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task A_run_ends_when_its_store_fails_and_goes_on_when_it_works_again(bool streaming, bool forGood)
    {
        await using var bench = await StartAsync();
        var entries = (await RecordAsync(bench)).Entries.Count;

        for (var failing = 0; failing < entries - 1; failing++)
        {
            var store = new JournalStore();
            var hasFailed = false;
            store.Before = (position, _) =>
            {
                var fails = position >= failing && (forGood || !hasFailed);
                hasFailed |= fails;
                ThrowIf(fails);
            };
            Prepare(bench, store);
            bench.Conversation = await bench.Agent().OpenAsync("c");
            await Assert.ThrowsAsync<IOException>(() => bench.RunAsync(streaming));
            AssertStarted(store, bench.Desk.Log);

            if (store.Entries.Count > 0)
            {
                // What is in memory is as good as what was stored.
                await bench.AssertAcceptedAsync();
                await AssertGoesOnAsync(bench, new JournalStore(store.Entries), streaming, bench.Desk.Log);
            }
        }
    }

    private static async Task<Bench> StartAsync()
        => await Bench.StartAsync(static request => Course[Math.Min(request.Messages.Count(static message => message.Role == "assistant"), Course.Length - 1)]);

    private static async Task<JournalStore> RecordAsync(Bench bench)
    {
        var store = new JournalStore();
        Prepare(bench, store);
        bench.Conversation = await bench.Agent().OpenAsync("c");
        var run = await bench.RunAsync(streaming: true);
        Assert.Equal((GlmStopReason.Answered, "done"), (run.StopReason, run.Text));
        AssertStarted(store, bench.Desk.Log);
        return store;
    }

    private static async Task AssertGoesOnAsync(Bench bench, JournalStore store, bool streaming, IReadOnlyList<string> ran)
    {
        var before = store.Entries;
        Prepare(bench, store);
        bench.Conversation = await bench.Agent().OpenAsync("c");
        var run = await bench.ResumeAsync(streaming);

        var at = $"After {before.Count} entries: ";
        Assert.True(run is { StopReason: GlmStopReason.Answered, Text: "done" }, $"{at}{run.StopReason}");
        await bench.AssertAcceptedAsync();

        // What may have happened does not happen again.
        var twice = Started(before).Concat(ran).Intersect(bench.Desk.Log).Where(static what => !Repeatable.Contains(what.Split(' ')[0])).ToList();
        Assert.True(twice.Count == 0, $"{at}{string.Join(", ", twice)} twice");
        AssertStarted(store, bench.Desk.Log);

        // What was reported done is still known.
        var answers = bench.Answers.ToList();
        Assert.All(Finished(before), text => Assert.True(answers.Contains(text), $"{at}lost: {text}"));

        // What a store gives back is what memory has.
        var again = await bench.Agent().OpenAsync("c");
        Assert.Equal(bench.Conversation.ToJson(), again.ToJson());
    }

    private static void Prepare(Bench bench, JournalStore store)
    {
        bench.Events.Clear();
        bench.Desk = new DeskTools { Do = static (what, _) => what.Contains("c5", StringComparison.Ordinal) ? throw new InvalidOperationException() : Task.FromResult($"{what} done") };
        bench.Set = bench.Desk.Tools;
        bench.Options = new() { Store = store, Approve = static (request, _) => new(request.Arguments.Contains("c1", StringComparison.Ordinal) ? request.Refuse() : request.Approve()) };
    }

    private static EmulatedToolCall Call(string tool, string paper) => new(tool, $"{{\"paper\":\"{paper}\"}}");

    private static void AssertStarted(JournalStore store, IReadOnlyList<string> log)
        => Assert.Empty(log.Except(Started(store.Entries)));

    /// <summary>The calls of which the journal says that they may have happened, as the desk logs them.</summary>
    private static IEnumerable<string> Started(IEnumerable<string> entries)
    {
        foreach (var call in entries.Select(static entry => JsonElement.Parse(entry)).Where(static entry => entry.TryGetProperty("started", out _)).Select(static entry => entry.GetProperty("started")))
        {
            var arguments = call.GetProperty("arguments").GetString()!;
            yield return $"{call.GetProperty("name").GetString()} {arguments.Split('"').ElementAtOrDefault(3)}".TrimEnd();
        }
    }

    private static IEnumerable<string> Finished(IEnumerable<string> entries)
        => entries.Select(static entry => JsonElement.Parse(entry)).Where(static entry => entry.TryGetProperty("finished", out _)).Select(static entry => entry.GetProperty("finished").GetProperty("text").GetString()!)
            .Where(static text => text.EndsWith(" done", StringComparison.Ordinal));

    private static void ThrowIf(bool fails)
    {
        if (fails)
        {
            throw new IOException("The disk is full.");
        }
    }
}
