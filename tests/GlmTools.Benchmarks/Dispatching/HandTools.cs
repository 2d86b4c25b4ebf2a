using System.Text.Json;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>T0 to T2 by hand.</summary>
internal static class HandTools
{
    private static readonly JsonEncodedText Ok = JsonEncodedText.Encode("ok");
    private static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
    private static readonly JsonEncodedText UptimeSeconds = JsonEncodedText.Encode("uptimeSeconds");
    private static readonly JsonEncodedText City = JsonEncodedText.Encode("city");
    private static readonly JsonEncodedText Temperature = JsonEncodedText.Encode("temperature");
    private static readonly JsonEncodedText UnitName = JsonEncodedText.Encode("unit");
    private static readonly JsonEncodedText Summary = JsonEncodedText.Encode("summary");
    private static readonly JsonEncodedText Celsius = JsonEncodedText.Encode("Celsius");
    private static readonly JsonEncodedText Fahrenheit = JsonEncodedText.Encode("Fahrenheit");
    private static readonly JsonEncodedText OrderId = JsonEncodedText.Encode("orderId");
    private static readonly JsonEncodedText Total = JsonEncodedText.Encode("total");
    private static readonly JsonEncodedText LineCount = JsonEncodedText.Encode("lineCount");
    private static readonly JsonEncodedText Eta = JsonEncodedText.Encode("eta");

    public static void GetStatus(ReadOnlySpan<byte> arguments, Utf8JsonWriter json)
    {
        var reader = HandReading.Begin(arguments);
        while (HandReading.NextMember(ref reader))
        {
            HandReading.SkipMember(ref reader);
        }

        var status = SampleTools.GetStatus();
        json.WriteStartObject();
        json.WriteBoolean(Ok, status.Ok);
        json.WriteString(Version, status.Version);
        json.WriteNumber(UptimeSeconds, status.UptimeSeconds);
        json.WriteEndObject();
    }

    public static void GetWeather(ReadOnlySpan<byte> arguments, Utf8JsonWriter json)
    {
        var reader = HandReading.Begin(arguments);
        string? city = null;
        Unit? unit = null;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("city"u8))
            {
                reader.Read();
                city = reader.GetString();
            }
            else if (reader.ValueTextEquals("unit"u8))
            {
                reader.Read();
                unit = ReadUnit(ref reader);
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        var weather = SampleTools.GetWeather(city ?? throw HandReading.Missing(), unit ?? throw HandReading.Missing());
        json.WriteStartObject();
        json.WriteString(City, weather.City);
        json.WriteNumber(Temperature, weather.Temperature);
        json.WriteString(UnitName, weather.Unit == Unit.Celsius ? Celsius : Fahrenheit);
        json.WriteString(Summary, weather.Summary);
        json.WriteEndObject();
    }

    public static void PlaceOrder(ReadOnlySpan<byte> arguments, Utf8JsonWriter json)
    {
        var reader = HandReading.Begin(arguments);
        Order? order = null;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("order"u8))
            {
                reader.Read();
                order = HandOrder.Read(ref reader);
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        var receipt = SampleTools.PlaceOrder(order ?? throw HandReading.Missing());
        json.WriteStartObject();
        json.WriteString(OrderId, receipt.OrderId);
        json.WriteNumber(Total, receipt.Total);
        json.WriteNumber(LineCount, receipt.LineCount);
        json.WriteString(Eta, receipt.Eta);
        json.WriteEndObject();
    }

    private static Unit ReadUnit(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw HandReading.Missing();
        }

        return reader.ValueTextEquals("Celsius"u8) ? Unit.Celsius : reader.ValueTextEquals("Fahrenheit"u8) ? Unit.Fahrenheit : throw HandReading.Missing();
    }
}
