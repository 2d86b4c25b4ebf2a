using System.Text.RegularExpressions;
using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests;

/// <summary>
/// Every example of docs/cli.md prints what stands under it. The outputs are rewritten under <c>GLMTOOLS_UPDATE_BASELINES=1</c> and never
/// else, so that a second run cannot bless the first.
/// </summary>
public partial class DocumentTests
{
    private static string Page => Path.Combine(Built.Root, "docs", "cli.md");

    [Fact]
    public async Task The_examples_of_the_page_print_what_stands_under_them()
    {
        using var scratch = new Scratch();
        var schema = (await Glmtools.RunAsync("schema", Built.WeatherAgent)).Ok();
        scratch.Write("new.json", schema);
        scratch.Write("old.json", schema.Replace("\"location\"", "\"city\"", StringComparison.Ordinal).Replace("温度单位", "单位", StringComparison.Ordinal));
        scratch.Write("broken.json", """[{"role":"user","content":"hi"},{"role":"tool","tool_call_id":"call_1","content":"21","name":"x"},{"role":"assistant"}]""");
        var page = (await File.ReadAllTextAsync(Page)).ReplaceLineEndings("\n");
        var examples = Example().Matches(page);
        var mustMatch = Environment.GetEnvironmentVariable("GLMTOOLS_UPDATE_BASELINES") != "1";

        Assert.NotEmpty(examples);
        foreach (Match example in examples)
        {
            var arguments = Argument().Matches(example.Groups["command"].Value).Select(match => Located(scratch, match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Value));
            var command = new Glmtools { MixesErrors = true };
            var printed = await command.InvokeAsync([.. arguments]);
            var output = Portable(scratch, printed.Out);
            page = page.Replace(example.Value, $"```console\n$ glmtools {example.Groups["command"].Value}\n{output}\n```", StringComparison.Ordinal);
            if (mustMatch)
            {
                Assert.Equal(example.Groups["output"].Value.TrimEnd(), output);
            }
        }

        if (!mustMatch)
        {
            await File.WriteAllTextAsync(Page, page);
        }
    }

    [Fact]
    public async Task Every_command_has_a_section()
    {
        var page = await File.ReadAllTextAsync(Page);
        var root = CommandTable.Root(new Shell { Out = TextWriter.Null, Error = TextWriter.Null, In = TextReader.Null, Variable = static _ => null, Interrupts = new() });

        Assert.All(root.Subcommands, command => Assert.Contains($"\n## `{command.Name}`", page, StringComparison.Ordinal));
    }

    private static string Located(Scratch scratch, string argument) => argument switch
    {
        "samples/WeatherAgent" => Built.WeatherAgent,
        _ when argument.EndsWith(".json", StringComparison.Ordinal) => scratch.PathOf(argument),
        _ => argument,
    };

    // Neither a folder nor a time is the same twice.
    private static string Portable(Scratch scratch, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace(Built.WeatherAgent, "WeatherAgent.dll", StringComparison.Ordinal).Replace($"{scratch.Folder}{Path.DirectorySeparatorChar}", "", StringComparison.Ordinal).Split('\n').Select(static line => line.TrimEnd());
        return SecondsJson().Replace(Seconds().Replace(string.Join('\n', lines).TrimEnd(), "(0.01 s)"), "\"seconds\": 0.01");
    }

    [GeneratedRegex(@"```console\n\$ glmtools (?<command>[^\n]*)\n(?<output>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"'(?<quoted>[^']*)'|\S+")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\([\d.]+ s\)")]
    private static partial Regex Seconds();

    [GeneratedRegex("\"seconds\": [\\d.]+")]
    private static partial Regex SecondsJson();
}
