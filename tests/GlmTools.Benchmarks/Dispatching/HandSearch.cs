using System.Text.Json;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>T3 by hand.</summary>
internal static class HandSearch
{
    private static readonly JsonEncodedText Count = JsonEncodedText.Encode("count");
    private static readonly JsonEncodedText Ids = JsonEncodedText.Encode("ids");

    public static void Search(ReadOnlySpan<byte> arguments, Utf8JsonWriter json)
    {
        var result = Call(arguments);
        json.WriteStartObject();
        json.WriteNumber(Count, result.Count);
        json.WriteStartArray(Ids);
        foreach (var id in result.Ids)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // One long method, because it is the limit: only local variables live in registers.
    private static SearchResult Call(ReadOnlySpan<byte> arguments)
    {
        var reader = HandReading.Begin(arguments);
        string? query = null;
        int page = 1;
        int pageSize = 20;
        bool exact = false;
        double minScore = 0.5;
        long afterId = 0;
        string sort = "relevance";
        float boost = 1f;
        bool descending = true;
        string? lang = null;
        int? year = null;
        decimal maxPrice = 1000m;
        while (HandReading.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("query"u8))
            {
                reader.Read();
                query = reader.GetString();
            }
            else if (reader.ValueTextEquals("page"u8))
            {
                reader.Read();
                page = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("pageSize"u8))
            {
                reader.Read();
                pageSize = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("exact"u8))
            {
                reader.Read();
                exact = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("minScore"u8))
            {
                reader.Read();
                minScore = reader.GetDouble();
            }
            else if (reader.ValueTextEquals("afterId"u8))
            {
                reader.Read();
                afterId = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("sort"u8))
            {
                reader.Read();
                sort = reader.GetString() ?? throw HandReading.Missing();
            }
            else if (reader.ValueTextEquals("boost"u8))
            {
                reader.Read();
                boost = reader.GetSingle();
            }
            else if (reader.ValueTextEquals("descending"u8))
            {
                reader.Read();
                descending = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("lang"u8))
            {
                reader.Read();
                lang = reader.GetString();
            }
            else if (reader.ValueTextEquals("year"u8))
            {
                reader.Read();
                year = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
            }
            else if (reader.ValueTextEquals("maxPrice"u8))
            {
                reader.Read();
                maxPrice = reader.GetDecimal();
            }
            else
            {
                HandReading.SkipMember(ref reader);
            }
        }

        return SampleTools.Search(
            query ?? throw HandReading.Missing(), page, pageSize, exact, minScore, afterId, sort, boost, descending, lang, year, maxPrice);
    }
}
