namespace WeatherAgent;

public sealed record TripPlan(string Summary, IReadOnlyList<Weather> Forecast);
