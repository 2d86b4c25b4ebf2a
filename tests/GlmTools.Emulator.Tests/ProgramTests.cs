using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace GlmTools.Emulator.Tests;

/// <summary>The emulator as a process of its own.</summary>
public class ProgramTests
{
    [Fact]
    public async Task It_announces_itself_answers_and_stops_at_Ctrl_C()
    {
        using var process = Start("--port", "0", "--api-key", "my.key");
        try
        {
            var baseUrl = await BannerAsync(process, "export ZHIPUAI_BASE_URL=");
            Assert.Equal("my.key", await BannerAsync(process, "export ZHIPUAI_API_KEY="));

            using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "my.key") } };
            using var response = await http.PostAsync($"{baseUrl}/chat/completions", new StringContent(Wire.Ask("Who are you?"), Encoding.UTF8, "application/json"));
            Assert.Contains("offline emulator", await response.Content.ReadAsStringAsync());

            if (!OperatingSystem.IsWindows())
            {
                using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
                await process.WaitForExitAsync(Patience.Token);
                Assert.Equal(0, process.ExitCode);
            }
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task A_scenario_file_replaces_the_built_in_one()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{ "rules": [ { "user": "ping", "say": "pong from a file" } ], "fallback": "?" }""");
        using var process = Start("--port", "0", "--api-key", "my.key", "--scenario", file);
        try
        {
            var baseUrl = await BannerAsync(process, "export ZHIPUAI_BASE_URL=");
            using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "my.key") } };
            using var response = await http.PostAsync($"{baseUrl}/chat/completions", new StringContent(Wire.Ask("ping"), Encoding.UTF8, "application/json"));
            Assert.Contains("pong from a file", await response.Content.ReadAsStringAsync());
        }
        finally
        {
            process.Kill();
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_fault_garbles_each_answer()
    {
        using var process = Start("--port", "0", "--api-key", "my.key", "--fault", "html-bad-gateway");
        try
        {
            var baseUrl = await BannerAsync(process, "export ZHIPUAI_BASE_URL=");
            using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "my.key") } };
            using var response = await http.PostAsync($"{baseUrl}/chat/completions", new StringContent(Wire.Ask("ping"), Encoding.UTF8, "application/json"));
            Assert.Equal(502, (int)response.StatusCode);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Help_lists_every_option()
    {
        var (code, output, error) = await RunAsync("--help");

        Assert.Equal((0, ""), (code, error));
        Assert.All(["--port", "--api-key", "--scenario", "--fault", "--help"], option => Assert.Contains(option, output));
        Assert.All(FaultProfile.All, fault => Assert.Contains($"\n  {fault.Name} ", output));
    }

    [Theory]
    [InlineData("'--what' is no option; --help lists them.", "--what", "1")]
    [InlineData("--port needs a value; --help shows it.", "--port")]
    [InlineData("--scenario needs a value; --help shows it.", "--scenario", "--port", "1")]
    [InlineData("--port needs a number from 0 to 65535.", "--port", "65536")]
    [InlineData("--port is given twice.", "--port", "1", "--port", "2")]
    [InlineData("'argument-as-object' is no fault; did you mean 'arguments-as-object'? --help lists them.", "--fault", "argument-as-object")]
    [InlineData("'chaos-monkey-on-holiday' is no fault; --help lists them.", "--fault", "chaos-monkey-on-holiday")]
    [InlineData("An API key has the form id.secret, with exactly one dot.", "--port", "0", "--api-key", "topsecret")]
    public async Task Bad_options_are_one_line_and_exit_code_2(string message, params string[] args)
    {
        var (code, output, error) = await RunAsync(args);
        Assert.Equal((2, "", message), (code, output, error.TrimEnd()));
    }

    [Fact]
    public async Task A_scenario_that_cannot_be_used_is_one_line_and_exit_code_1()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """{ "rules": [ { "sya": "x" } ], "fallback": "?" }""");
            var (code, output, error) = await RunAsync("--port", "0", "--scenario", file);

            Assert.Equal((1, ""), (code, output));
            Assert.StartsWith("rules[0].sya is not known", error);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_missing_scenario_file_and_a_taken_port_are_one_line_and_exit_code_1()
    {
        var missing = await RunAsync("--port", "0", "--scenario", "no-such-file.json");
        Assert.Equal(1, missing.Code);
        Assert.Contains("no-such-file.json", Assert.Single(missing.Error.TrimEnd().Split('\n')));

        await using var emulator = await Wire.StartAsync(EmulatedReply.Say("x"));
        var taken = await RunAsync("--port", $"{emulator.BaseAddress.Port}");
        Assert.Equal(1, taken.Code);
        Assert.Contains("already in use", Assert.Single(taken.Error.TrimEnd().Split('\n')));
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(GlmEmulator).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var process = Start(args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Patience.Token), process.StandardError.ReadToEndAsync(Patience.Token));
        await process.WaitForExitAsync(Patience.Token);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>What stands behind a text in the banner.</summary>
    private static async Task<string> BannerAsync(Process process, string text)
    {
        while (await process.StandardOutput.ReadLineAsync(Patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line[(line.IndexOf(text, StringComparison.Ordinal) + text.Length)..];
            }
        }

        throw new InvalidOperationException($"The emulator ended without a line with {text}: {await process.StandardError.ReadToEndAsync(Patience.Token)}");
    }
}
