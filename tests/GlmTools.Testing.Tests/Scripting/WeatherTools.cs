using System.ComponentModel;

namespace GlmTools.Testing.Tests.Scripting;

/// <summary>The tools of the README, with weather that is known.</summary>
public sealed class WeatherTools
{
    private readonly List<string> _asked = [];

    public IReadOnlyList<string> Asked => _asked;

    /// <summary>获取指定城市的天气信息</summary>
    [GlmTool("get_current_weather")]
    public Task<string> GetCurrentWeather([Description("城市, 如: 北京")] string location, Unit unit = Unit.C, CancellationToken cancellationToken = default)
    {
        _asked.Add($"{location} {unit}");
        return Task.FromResult($"{location}晴, 25{unit}");
    }

    [GlmTool, Description("Says what time it is.")]
    public string GetTimeAsync() => "10:00";

    public string NoTool() => "";
}
