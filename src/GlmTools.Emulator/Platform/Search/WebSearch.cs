using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST web_search</c> (protocol sheet 8.6). There is no web behind it: the results are made of the query, on addresses that do not exist.</summary>
internal static class WebSearch
{
    private const int UsualCount = 10;

    private static readonly FieldRule[] Rules =
    [
        FieldRule.Text("search_query", 1, int.MaxValue),
        FieldRule.OneOf("search_engine", "search_std", "search_pro", "search_pro_sogou", "search_pro_quark"),
        FieldRule.Bool("search_intent"),
        FieldRule.Integer("count", 1, 50),
        FieldRule.Text("search_domain_filter", 1, int.MaxValue),
        FieldRule.OneOf("search_recency_filter", "oneDay", "oneWeek", "oneMonth", "oneYear", "noLimit"),
        FieldRule.OneOf("content_size", "medium", "high"),
        FieldRule.Text("request_id", 6, 64),
        FieldRule.Text("user_id", 6, 128),
    ];

    public static IEnumerable<Endpoint> Endpoints => [JsonEndpoint.Post("web_search", Check, Answer)];

    private static IEnumerable<ApiError> Check(JsonElement body)
    {
        foreach (var error in JsonEndpoint.Require(body, "search_query", "search_engine").Concat(Rules.Check(body)))
        {
            yield return error;
        }

        if (body.Text("search_engine") == "search_pro_sogou" && body.Number("count") is { } count && count % 10 != 0)
        {
            yield return BadRequest.Parameter("count", "10, 20, 30, 40 or 50 for search_pro_sogou");
        }
    }

    private static WireResponse Answer(JsonElement body, WireRequest request) => WireResponse.OfJson(StrictJson.Write(json =>
    {
        var query = body.Text("search_query")!;
        json.WriteStartObject();
        if (body.IsTrue("search_intent"))
        {
            WriteIntent(json, query);
        }

        json.WriteStartArray("search_result");
        for (var number = 1; number <= (body.Number("count") ?? UsualCount); number++)
        {
            WriteResult(json, query, body.Text("search_domain_filter") ?? "search.example", number);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void WriteIntent(Utf8JsonWriter json, string query)
    {
        json.WriteStartArray("search_intent");
        json.WriteStartObject();
        json.WriteString("query", query);
        json.WriteString("intent", "SEARCH_ALL");
        json.WriteString("keywords", query);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, string query, string domain, int number)
    {
        json.WriteStartObject();
        json.WriteString("title", $"{query} ({number})");
        json.WriteString("content", $"This page of the emulator says nothing about {query}.");
        json.WriteString("link", $"https://{domain}/{number}?q={Uri.EscapeDataString(query)}");
        json.WriteString("media", domain);
        json.WriteString("icon", $"https://{domain}/icon.png");
        json.WriteString("refer", $"ref_{number}");
        json.WriteString("publish_date", "2026-01-01");
        json.WriteEndObject();
    }
}
