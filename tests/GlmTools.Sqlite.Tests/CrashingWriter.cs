namespace GlmTools.Sqlite.Tests;

/// <summary>
/// A process that writes until it is killed: several conversations at a time, two entries at a time. A line on the console is an
/// append that was acknowledged: the conversation, and how many entries it has now.
/// </summary>
internal static class CrashingWriter
{
    public static readonly string[] Conversations = ["a", "b", "c", "d"];

    public static async Task Main(string[] args)
    {
        await using var store = await GlmSqliteStore.OpenAsync(args[0]);
        await Task.WhenAll(Conversations.Select(async conversation =>
        {
            var count = (await store.ReadAsync(conversation)).Count;
            while (true)
            {
                await store.AppendAsync(conversation, count, [Entry(conversation, count), Entry(conversation, count + 1)]);
                count += 2;
                Console.WriteLine($"{conversation} {count}");
            }
        }));
    }

    /// <summary>The entry at a position. Some are longer than a page.</summary>
    public static string Entry(string conversation, int position)
        => $$"""{"conversation":"{{conversation}}","position":{{position}},"text":"{{new string('x', position % 7 * 1000)}}"}""";
}
