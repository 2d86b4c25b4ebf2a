using System.Buffers.Binary;
using System.Diagnostics;
using GlmTools;

namespace CsvAnalyst.Tests;

/// <summary>What a program of the model can do, and what it cannot.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glmtools-analyst-tests-");

    private string ChartFile => Path.Combine(_folder.FullName, "sales.png");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_program_reads_the_table_prints_and_draws()
    {
        var result = await RunAsync("""
            var totals = Data.Rows.GroupBy(row => row["region"]).Select(group => new Total(group.Key, group.Sum(row => row.Number("amount")))).ToList();
            Console.WriteLine($"{totals.MaxBy(total => total.Amount)!.Region} of {string.Join("|", Data.Columns)}");
            Chart.Line("By region", totals.Select(total => total.Region), totals.Select(total => total.Amount));
            record Total(string Region, double Amount);
            """);

        Assert.Equal("East of region|amount", result.Output);
        Assert.Equal("sales.png", result.Chart);
        var png = await File.ReadAllBytesAsync(ChartFile);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((800, 480), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"x\", \"y\");", "System.IO.File is not available")]
    [InlineData("new System.Net.Http.HttpClient();", "line 1: ")]
    [InlineData("System.Diagnostics.Process.Start(\"ls\");", "line 1: ")]
    [InlineData("Console.WriteLine(Environment.GetEnvironmentVariable(\"PATH\"));", "System.Environment is not available")]
    [InlineData("Console.WriteLine(\"x\".GetType().Assembly);", "System.Type is not available")]
    [InlineData("Func<int> f = () => 1; Console.WriteLine(f.Method);", "System.Delegate.Method is not available")]
    [InlineData("dynamic d = 1; d.Foo();", "dynamic is not available")]
    [InlineData("Console.OpenStandardInput();", "System.Console.OpenStandardInput() is not available")]
    [InlineData("System.Threading.Tasks.Task.Run(() => { });", "System.Threading.Tasks.Task is not available")]
    [InlineData("Console.WriteLine(getpid()); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();", "is not available")]
    [InlineData("Console.WriteLine(1", "line 1: ) expected")]
    [InlineData("Console.WriteLine(Data.Rows[0][\"nope\"]);", "There is no column 'nope'; the columns are region, amount.")]
    public async Task What_is_wrong_with_a_program_is_told(string code, string expected)
        => Assert.Contains(expected, (await Assert.ThrowsAsync<GlmToolException>(() => RunAsync(code))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_program_that_takes_too_much_memory_ends()
        => Assert.Contains("OutOfMemoryException", (await Assert.ThrowsAsync<GlmToolException>(() => RunAsync("var all = new byte[600][]; for (var i = 0; i < all.Length; i++) all[i] = new byte[1 << 20]; Console.WriteLine(all.Length);"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_program_that_takes_too_long_is_killed()
    {
        var ended = await Assert.ThrowsAsync<GlmToolException>(() => RunAsync("while (true) { }", TimeSpan.FromSeconds(3)));

        Assert.Equal("the program took longer than 3 s", ended.Message);
        Assert.DoesNotContain(Process.GetProcessesByName("CsvAnalyst"), static process => process.MainModule?.FileName.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_a_program_prints_is_cut()
        => Assert.InRange((await RunAsync("for (var i = 0; i < 100000; i++) Console.WriteLine(i);")).Output.Length, 10_000, 16 << 10);

    private Task<ProgramResult> RunAsync(string code, TimeSpan? time = null)
    {
        var csv = Path.Combine(_folder.FullName, "sales.csv");
        File.WriteAllText(csv, "region,amount\nNorth,10\nEast,25.5\nNorth,\"12\"\n");
        return new Sandbox(csv, ChartFile, time ?? TimeSpan.FromSeconds(60)).RunAsync(code, CancellationToken.None);
    }
}
