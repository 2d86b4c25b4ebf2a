namespace Hosting;

internal sealed record Weather(string Location, double Temperature, string Condition);
