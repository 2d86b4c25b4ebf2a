namespace GlmTools.Testing.Tests.Documentation.Pages;

public class WeatherToolsTests
{
    [Fact]
    public Task Schema() => ToolSnapshot.Verify(WeatherTools.Tools);
}
