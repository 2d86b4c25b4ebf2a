using System.Text;
using System.Text.Json;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Dispatching;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Benchmarks.Shapes;
using GlmTools.Generators.Emitting;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Server;
using NJsonSchema;

namespace GlmTools.Benchmarks.Definitions;

/// <summary>What definitions and results take of every request. Tokens are estimated, by the same estimate for all.</summary>
internal sealed class TokenSlice : ISlice
{
    private static readonly Type[] Arguments = [typeof(StatusArguments), typeof(WeatherArguments), typeof(OrderArguments), typeof(SearchArguments)];

    private static readonly Delegate[] Methods = [SampleTools.GetStatus, SampleTools.GetWeather, SampleTools.PlaceOrder, SampleTools.Search];

    public string Name => "tokens";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        var factory = FunctionFactory.Create();
        report.Add(new("Definitions, minified",
        [
            Row("by hand", static tool => HandDefinitions.Definition(tool)),
            Row("GlmTools", Own),
            Row("AIFunctionFactory", tool => Wrap(tool, factory[tool].JsonSchema)),
            Row("MCP SDK", static tool => Wrap(tool, McpServerTool.Create(Methods[tool]).ProtocolTool.InputSchema)),
            Row("NJsonSchema", static tool => Wrap(tool, JsonElement.Parse(JsonSchema.FromType(Arguments[tool]).ToJson()))),
        ]));
        report.Add(new("Results",
        [
            Row("by hand", static tool => HandDispatch.Call(tool, SampleArguments.Of(tool))),
            Row("GlmTools", OwnResult),
            Row("AIFunctionFactory", tool => FunctionFactory.Call(factory[tool], SampleArguments.Of(tool))),
        ]));
        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures() => Enumerable.Range(0, SampleArguments.Names.Count).SelectMany(static tool => (ExactFigure[])
    [
        new($"definition T{tool}, tokens", () => TokenEstimate.Of(Own(tool))),
        new($"definition T{tool}, bytes", () => Encoding.UTF8.GetByteCount(Own(tool))),
        new($"result T{tool}, bytes", () => Encoding.UTF8.GetByteCount(OwnResult(tool))),
    ]);

    private static string Own(int tool) => Encoding.UTF8.GetString(SampleTools.Tools.Find(SampleArguments.Names[tool])!.Utf8Definition);

    private static string OwnResult(int tool)
        => SampleTools.Tools.Find(SampleArguments.Names[tool])!.InvokeAsync(Encoding.UTF8.GetBytes(SampleArguments.Of(tool))).Result.Text;

    private static string Wrap(int tool, JsonElement parameters) => Compact.Of(
        $$$"""{"type":"function","function":{"name":"{{{SampleArguments.Names[tool]}}}","description":"{{{HandDefinitions.Description(tool)}}}","parameters":{{{parameters.GetRawText()}}}}}""");

    private static Row Row(string name, Func<int, string> text)
    {
        string[] texts = [.. Enumerable.Range(0, SampleArguments.Names.Count).Select(text)];
        return new(
            name,
            [
                .. texts.Select(static (text, tool) => new Figure($"T{tool} bytes", Encoding.UTF8.GetByteCount(text))),
                .. texts.Select(static (text, tool) => new Figure($"T{tool} tokens", TokenEstimate.Of(text))),
                new("tokens in all", texts.Sum(TokenEstimate.Of)),
            ]);
    }
}
