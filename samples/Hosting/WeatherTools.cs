using GlmTools;

namespace Hosting;

/// <summary>What the model can call. Each call gets an object of its own from the services, with what its constructor asks for.</summary>
internal sealed class WeatherTools(WeatherStation station, ILogger<WeatherTools> logger)
{
    /// <summary>获取指定城市的天气信息</summary>
    /// <param name="location">城市, 如: 北京</param>
    [GlmTool("get_current_weather", Effect = GlmToolEffect.ReadOnly)]
    public Weather GetCurrentWeather(string location)
    {
        logger.LogInformation("Somebody asks for the weather in {Location}", location);
        return station.Now(location) ?? throw new GlmToolException($"no observations for '{location}'; known are {string.Join(", ", station.Locations)}");
    }
}
