namespace WeatherAgent;

public sealed record Weather(string Location, double Temperature, Unit Unit, string Condition);
