using System.Text.Json;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Locking;
using GlmTools.Generators.Parsing;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Locking;

/// <summary>The text of the lock file: stable, readable, and read back as what it says.</summary>
public class LockFileTests
{
    private const string Weather = """
        namespace Demo;
        public enum Unit { F, C }
        public static class Weather
        {
            /// <summary>获取"天气" \ */ #endif</summary>
            /// <param name="location">城市</param>
            [GlmTool] public static string GetWeather(string location, Unit unit = Unit.C) => location;
        }
        """;

    private const string Alarm = "namespace Demo; public static class Alarm { [GlmTool(Description = \"z\")] public static void Wake() { } [GlmTool(Description = \"a\")] public static void Call() { } }";

    [Fact]
    public void It_keeps_what_a_model_is_told()
        => Assert.Equal(
            """
            {
              "version": 1,
              "tools": [
                {
                  "set": "Demo.Weather",
                  "name": "get_weather",
                  "schema": "cbe8235091d41e750a87872d53d9c2b2",
                  "descriptions": "c976cc71eab96f6865f7dbfd71f4a676",
                  "description": "获取\"天气\" \\ */ #endif",
                  "parameters": {
                    "type": "object",
                    "properties": {
                      "location": {
                        "type": "string",
                        "description": "城市"
                      },
                      "unit": {
                        "type": "string",
                        "enum": [
                          "C",
                          "F"
                        ],
                        "default": "C"
                      }
                    },
                    "required": [
                      "location"
                    ]
                  }
                }
              ]
            }

            """.ReplaceLineEndings("\n"),
            Project.Of(Weather).WriteLock());

    [Fact]
    public void Its_order_does_not_depend_on_the_order_of_the_code()
    {
        var text = new Project(Sources.Of(Weather, Alarm)).WriteLock();
        Assert.Equal(text, new Project(Sources.Of(Alarm, Weather)).WriteLock());
        Assert.Equal(
            ["call", "wake", "get_weather"],
            JsonDocument.Parse(text).RootElement.GetProperty("tools").EnumerateArray().Select(static tool => tool.GetProperty("name").GetString()));
        Assert.Equal(
            Project.Of("public static class A { [GlmTool] public static void Run(int a, int b) { } }").WriteLock(),
            Project.Of("public static class A { [GlmTool] public static void Run(int b, int a) { } }").WriteLock());
    }

    [Fact]
    public void An_editor_writes_what_the_build_writes()
    {
        var project = Project.Of("""
            [assembly: GlmToolSet(typeof(Demo.Store<int>))]
            namespace Demo
            {
                public class Store<T> { [GlmTool] public void Put(T value) { } }
                public class Base { [GlmTool] public void Run(int value) { } public static class Inner { [GlmTool] public static void Stop() { } } }
                [GlmToolSet] public class Derived : Base;
                public interface ITools { [GlmTool] void Call(); }
                public class Bad { [GlmTool] public void Broken(object value) { } }
            }
            """);
        var written = ToolLock.Write(ToolSetParser.ParseAll(project.Sources.Compile().Assembly, new(null, default)));
        Assert.Equal(project.WriteLock(), written);
        Assert.Equal(
            ["Demo.Base", "Demo.Base+Inner", "Demo.Derived", "Demo.ITools", "Demo.Store{Int32}"],
            ToolLock.Parse(written).Sets.Select(static set => set.Key));
    }

    [Fact]
    public void It_is_empty_without_tools()
        => Assert.Equal("{\n  \"version\": 1,\n  \"tools\": []\n}\n", Project.Of("public class Nothing;").WriteLock());

    [Fact]
    public void It_is_read_back_as_what_it_says()
    {
        var tool = Assert.Single(ToolLock.Parse(Project.Of(Weather).WriteLock()).Of("Demo.Weather")).Value;
        Assert.Equal("获取\"天气\" \\ */ #endif", tool.Description);
        Assert.Equal([new("", tool.Description), new("/location", "城市")], tool.AllDescriptions());
    }

    [Fact]
    public async Task Its_layout_means_nothing()
    {
        var project = Project.Of(Weather);
        var compact = JsonSerializer.Serialize(JsonDocument.Parse(project.WriteLock()).RootElement);
        Assert.Empty(await (project with { Lock = compact }).Analyze(new GlmToolLockAnalyzer()));
        Assert.Empty(await (project with { Lock = project.WriteLock().Replace("\n", "\r\n", StringComparison.Ordinal) }).Analyze(new GlmToolLockAnalyzer()));
    }

    [Theory]
    [InlineData("", "line 1 ''", "it ends where a value has to be")]
    [InlineData("{\n  \"version\": 1,\n<<<<<<< HEAD\n", "line 3 '<<<<<<< HEAD'", "'<' stands where a string has to be")]
    [InlineData("[]", "line 1 '[]'", "\"version\" has to be there, as a literal")]
    [InlineData("{ \"version\": 2, \"tools\": [] }", "line 1 '2, \"tools\": [] }'", "version 2 is not known to this version of GlmTools")]
    [InlineData("{ \"version\": 1 }", "line 1 '{ \"version\": 1 }'", "\"tools\" has to be there, as an array")]
    [InlineData("{ \"version\": 1, \"tools\": [\n{ \"set\": \"A\" }\n] }", "line 2 '{ \"set\": \"A\" }'", "\"name\" has to be there, as a string")]
    public async Task What_is_no_lock_file_is_an_error_at_its_line(string text, string at, string fault)
        => Assert.Equal(
            [$"GLM039 error {at}: The lock file of the tools cannot be read: {fault}; write it anew: dotnet build -t:GlmToolsLock"],
            await (Project.Of(Weather) with { Lock = text }).Analyze(new GlmToolLockAnalyzer()));

    [Theory]
    [InlineData("\"default\": \"C\"", "\"default\": \"F\"")]
    [InlineData("城市", "city")]
    [InlineData("\"C\",\n", "\"C\",\n              \"K\",\n")]
    public async Task An_edit_by_hand_is_an_error(string text, string replacement)
    {
        var whole = Project.Of(Weather).WriteLock();
        Assert.Contains(text, whole, StringComparison.Ordinal);
        Assert.Equal(
            ["GLM039 error line 4 '{': The lock file of the tools cannot be read: the fingerprints of 'get_weather' belong to something else, as after an edit or a merge by hand; write it anew: dotnet build -t:GlmToolsLock"],
            await (Project.Of(Weather) with { Lock = whole.Replace(text, replacement, StringComparison.Ordinal) }).Analyze(new GlmToolLockAnalyzer()));
    }

    [Fact]
    public async Task A_tool_that_is_there_twice_is_an_error()
    {
        var whole = Project.Of(Weather).WriteLock();
        var entry = whole[whole.IndexOf("    {", StringComparison.Ordinal)..whole.IndexOf("\n  ]", StringComparison.Ordinal)];
        var found = await (Project.Of(Weather) with { Lock = whole.Replace(entry, $"{entry},\n{entry}", StringComparison.Ordinal) }).Analyze(new GlmToolLockAnalyzer());
        Assert.Contains("tool 'get_weather' of 'Demo.Weather' is there twice", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_generated_only_when_asked_for()
        => Assert.DoesNotContain(Project.Of(Weather).Generate().GetRunResult().GeneratedTrees, static tree => tree.FilePath.Contains("lock", StringComparison.Ordinal));

    [Theory]
    [InlineData("=> location;", "=> location + 1;", IncrementalStepRunReason.Cached)]
    [InlineData("城市", "城镇", IncrementalStepRunReason.Modified)]
    public void An_edit_writes_it_anew_only_if_it_changes_a_definition(string text, string replacement, IncrementalStepRunReason expected)
    {
        var driver = Project.Of(Weather).With("GlmToolsLockUpdate", "true").Generate();
        var edited = driver.RunGenerators(Sources.Of(Weather.Replace(text, replacement, StringComparison.Ordinal)).Compile());
        var step = Assert.Single(Assert.Single(edited.GetRunResult().Results).TrackedSteps[GlmToolGenerator.LockStep]);
        Assert.Equal(expected, Assert.Single(step.Outputs).Reason);
    }
}
