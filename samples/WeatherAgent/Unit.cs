using System.Text.Json.Serialization;

namespace WeatherAgent;

/// <summary>A unit of temperature, called as in the course this sample follows.</summary>
public enum Unit
{
    [JsonStringEnumMemberName("c")]
    Celsius,

    [JsonStringEnumMemberName("f")]
    Fahrenheit,
}
