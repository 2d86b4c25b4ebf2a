namespace WeatherAgent;

/// <param name="From">出发城市</param>
/// <param name="To">目的地城市</param>
/// <param name="Days">天数</param>
public sealed record Trip(string From, string To, int Days);
