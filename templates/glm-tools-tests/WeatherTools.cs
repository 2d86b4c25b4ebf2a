using GlmTools;

namespace WeatherAgent.Tests;

/// <summary>What the model may call: ordinary methods, and <c>[GlmTool]</c> is all they need.</summary>
public sealed class WeatherTools
{
    private static readonly Dictionary<string, (double Celsius, string Condition)> Observations = new()
    {
        ["北京"] = (21.5, "晴"),
        ["上海"] = (24, "多云"),
        ["Beijing"] = (21.5, "sunny"),
        ["Shanghai"] = (24, "cloudy"),
    };

    /// <summary>获取指定城市的天气信息</summary>
    /// <param name="location">城市, 如: 北京</param>
    /// <param name="unit">温度单位</param>
    [GlmTool("get_current_weather", Effect = GlmToolEffect.ReadOnly)]
    public Weather GetCurrentWeather(string location, Unit unit = Unit.C)
    {
        if (!Observations.TryGetValue(location, out var now))
        {
            // The model reads this and tries again.
            throw new GlmToolException($"no observations for '{location}'; known are {string.Join(", ", Observations.Keys)}");
        }

        var temperature = unit == Unit.C ? now.Celsius : (now.Celsius * 9 / 5) + 32;
        return new(location, temperature, unit, now.Condition);
    }
}

public sealed record Weather(string Location, double Temperature, Unit Unit, string Condition);

public enum Unit { C, F }
