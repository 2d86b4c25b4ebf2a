namespace GlmTools.Testing.Tests.Documentation.Pages;

public class WeatherConformanceTests
{
    [Fact]
    public async Task Tools_accept_what_they_say_they_accept()
    {
        var report = await ToolConformance.Verify(WeatherTools.Tools);
        Assert.True(report.Refused > 20, report.ToString());
    }
}
