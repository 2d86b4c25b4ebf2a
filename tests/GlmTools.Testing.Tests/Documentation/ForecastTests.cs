namespace GlmTools.Testing.Tests.Documentation.Pages;

public class ForecastTests
{
    [Theory]
    [InlineData("get_forecast")]
    public Task One(string tool) => ToolSnapshot.Verify(
        WeatherTools.Tools.Where(each => each.Name == tool),
        new() { Parameters = [("tool", tool)], Directory = "Snapshots" });

    [Fact]
    public Task Page() => ToolSnapshot.Verify(WeatherTools.Tools, new() { Format = ToolSnapshotFormat.Markdown });
}
