namespace Hosting;

/// <summary>Where the tools have the weather from. A real application would ask a weather service; a sample should give the same answer on every machine.</summary>
internal sealed class WeatherStation
{
    private static readonly Dictionary<string, Weather> Observations = new()
    {
        ["北京"] = new("北京", 21.5, "晴"),
        ["上海"] = new("上海", 24, "多云"),
        ["Beijing"] = new("Beijing", 21.5, "sunny"),
        ["Shanghai"] = new("Shanghai", 24, "cloudy"),
    };

    public IEnumerable<string> Locations => Observations.Keys;

    public Weather? Now(string location) => Observations.GetValueOrDefault(location);
}
