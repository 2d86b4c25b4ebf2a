using System.Text.RegularExpressions;

namespace GlmTools.Emulator.Tests;

/// <summary>What docs/emulator.md shows works as it says.</summary>
public partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "emulator.md"));

    [Fact]
    public void The_scenario_of_the_page_calls_and_answers()
    {
        var scenario = ScenarioModel.Parse(Json().Matches(Page)[0].Groups[1].Value);
        var user = new EmulatedMessage { Role = "user", Text = "How much are 12.50 EUR in USD?" };
        var call = (EmulatedCompletion)scenario.Reply(Request(user));
        Assert.Equal([new("convert", """{"amount":12.50,"from":"EUR","to":"USD"}""")], call.ToolCalls);
        Assert.Equal("They want USD.", call.Reasoning);

        var asked = new EmulatedMessage { Role = "assistant", Text = "", ToolCalls = [call.ToolCalls[0] with { Id = "c1" }] };
        var final = (EmulatedCompletion)scenario.Reply(Request(user, asked, new() { Role = "tool", Text = """{"value":13.4}""", ToolCallId = "c1" }));
        Assert.Equal("12.50 EUR are 13.4 USD.", final.Text);
        var failed = (EmulatedCompletion)scenario.Reply(Request(user, asked, new() { Role = "tool", Text = "Error: closed", ToolCallId = "c1" }));
        Assert.Equal("Sorry, I could not convert that.", failed.Text);
    }

    [Fact]
    public void The_questions_of_the_page_are_known_to_the_built_in_scenario()
    {
        var questions = Page[Page.LastIndexOf("result, and", StringComparison.Ordinal)..].Split("\n* ").Skip(1)
            .SelectMany(line => line.ReplaceLineEndings(" ").Split(" · ")).Select(question => question.Replace("   ", " ").Trim()).ToList();

        Assert.Equal(10, questions.Count);
        Assert.All(questions, question => Assert.NotEmpty(
            ((EmulatedCompletion)ScenarioModel.Weather.Reply(Request(new EmulatedMessage { Role = "user", Text = question }) with { Tools = ["get_current_weather", "plan_trip"] })).ToolCalls));
    }

    [Fact]
    public void The_faults_of_the_page_are_all_there_are()
        => Assert.Equal(
            FaultProfile.All.Select(static fault => $"| `{fault.Name}` | {string.Join(", ", fault.Quirks)} | {fault.Summary.Replace("<", "&lt;")} |"),
            Page.Split('\n').Where(static line => FaultRow().IsMatch(line)));

    private static EmulatedRequest Request(params EmulatedMessage[] messages) => new() { Model = Wire.Model, Messages = messages, Tools = ["convert"] };

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GlmTools.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder;
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex(@"^\| `[a-z0-9-]+` \| [0-9, ]* \| ")]
    private static partial Regex FaultRow();
}
