using System.Text.Json;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>The nested argument of T2 by hand.</summary>
internal static class HandOrder
{
    public static Order Read(ref Utf8JsonReader reader)
    {
        HandReading.Expect(ref reader, JsonTokenType.StartObject);
        string? id = null;
        Customer? customer = null;
        List<OrderLine>? lines = null;
        DateTimeOffset? placedAt = null;
        decimal? discount = null;
        Dictionary<string, string>? tags = null;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("customer"u8))
            {
                reader.Read();
                customer = ReadCustomer(ref reader);
            }
            else if (reader.ValueTextEquals("lines"u8))
            {
                reader.Read();
                lines = ReadLines(ref reader);
            }
            else if (reader.ValueTextEquals("placedAt"u8))
            {
                reader.Read();
                placedAt = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("discount"u8))
            {
                reader.Read();
                discount = reader.TokenType == JsonTokenType.Null ? null : reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("tags"u8))
            {
                reader.Read();
                tags = ReadTags(ref reader);
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        return id is not null && customer is not null && lines is not null && placedAt is { } at && tags is not null
            ? new(id, customer, lines, at, discount, tags)
            : throw HandReading.Missing();
    }

    private static Customer ReadCustomer(ref Utf8JsonReader reader)
    {
        HandReading.Expect(ref reader, JsonTokenType.StartObject);
        string? name = null;
        string? email = null;
        string? phone = null;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                name = reader.GetString();
            }
            else if (reader.ValueTextEquals("email"u8))
            {
                reader.Read();
                email = reader.GetString();
            }
            else if (reader.ValueTextEquals("phone"u8))
            {
                reader.Read();
                phone = reader.GetString();
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        return name is not null && email is not null ? new(name, email, phone) : throw HandReading.Missing();
    }

    private static List<OrderLine> ReadLines(ref Utf8JsonReader reader)
    {
        HandReading.Expect(ref reader, JsonTokenType.StartArray);
        var lines = new List<OrderLine>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            lines.Add(ReadLine(ref reader));
        }

        return lines;
    }

    private static OrderLine ReadLine(ref Utf8JsonReader reader)
    {
        HandReading.Expect(ref reader, JsonTokenType.StartObject);
        string? sku = null;
        int? quantity = null;
        decimal? unitPrice = null;
        string? note = null;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("sku"u8))
            {
                reader.Read();
                sku = reader.GetString();
            }
            else if (reader.ValueTextEquals("quantity"u8))
            {
                reader.Read();
                quantity = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("unitPrice"u8))
            {
                reader.Read();
                unitPrice = reader.GetDecimal();
            }
            else if (reader.ValueTextEquals("note"u8))
            {
                reader.Read();
                note = reader.GetString();
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        return sku is not null && quantity is { } count && unitPrice is { } price ? new(sku, count, price, note) : throw HandReading.Missing();
    }

    private static Dictionary<string, string> ReadTags(ref Utf8JsonReader reader)
    {
        HandReading.Expect(ref reader, JsonTokenType.StartObject);
        var tags = new Dictionary<string, string>();
        while (HandReading.NextMember(ref reader))
        {
            var key = reader.GetString()!;
            reader.Read();
            tags[key] = reader.GetString() ?? throw HandReading.Missing();
        }

        return tags;
    }
}
