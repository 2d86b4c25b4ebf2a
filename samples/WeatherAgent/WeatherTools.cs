using GlmTools;

namespace WeatherAgent;

/// <summary>What the model can call: ordinary methods, and <c>[GlmTool]</c> is all they need.</summary>
public sealed class WeatherTools
{
    // A real application would ask a weather service; a sample should give the same answer on every machine.
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
    public Weather GetCurrentWeather(string location, Unit unit = Unit.Celsius)
    {
        if (!Observations.TryGetValue(location, out var now))
        {
            throw new GlmToolException($"no observations for '{location}'; known are {string.Join(", ", Observations.Keys)}");
        }

        var temperature = unit == Unit.Celsius ? now.Celsius : (now.Celsius * 9 / 5) + 32;
        return new(location, temperature, unit, now.Condition);
    }

    /// <summary>规划一次旅行, 并给出沿途的天气</summary>
    /// <param name="trip">旅行的起点, 终点和天数</param>
    /// <param name="cancellationToken">不发送给模型</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public async Task<TripPlan> PlanTripAsync(Trip trip, CancellationToken cancellationToken = default)
    {
        if (trip.Days < 1)
        {
            throw new GlmToolException("a trip takes at least one day");
        }

        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return new($"{trip.From} → {trip.To}, {trip.Days}", [GetCurrentWeather(trip.From), GetCurrentWeather(trip.To)]);
    }
}
