using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace GlmTools.Sqlite.Tests;

public sealed class DurabilityTests : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_was_acknowledged_survives_a_process_that_is_killed_while_it_writes()
    {
        var path = _folder.File("store.db");
        var acknowledged = CrashingWriter.Conversations.ToDictionary(static conversation => conversation, static _ => 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            foreach (var line in await WriteAndDieAsync(path, kill * kill))
            {
                acknowledged[line[..1]] = int.Parse(line[2..]);
            }

            await using var store = await GlmSqliteStore.OpenAsync(path);
            foreach (var (conversation, count) in acknowledged)
            {
                var entries = await store.ReadAsync(conversation);
                Assert.InRange(entries.Count, count, int.MaxValue);
                Assert.Equal(0, entries.Count % 2);
                Assert.Equal(entries.Select((_, i) => CrashingWriter.Entry(conversation, i)), entries);
            }
        }

        Assert.All(acknowledged.Values, static count => Assert.InRange(count, Kills, int.MaxValue));
        Assert.Equal("ok", Integrity(path));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Has another process write, and kills it after some acknowledged appends.</summary>
    /// <returns>All that were acknowledged.</returns>
    private static async Task<List<string>> WriteAndDieAsync(string path, int after)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var writer = Process.Start(new ProcessStartInfo(host, [typeof(CrashingWriter).Assembly.Location, path]) { RedirectStandardOutput = true })!;
        var lines = new List<string>();
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (lines.Count < after)
        {
            lines.Add(await writer.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The writer ended by itself."));
        }

        writer.Kill();
        var rest = await writer.StandardOutput.ReadToEndAsync(patience.Token);
        await writer.WaitForExitAsync(patience.Token);

        // Behind the last line break is at most half a line.
        lines.AddRange(rest.Split('\n')[..^1]);
        return lines;
    }

    private static string Integrity(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
