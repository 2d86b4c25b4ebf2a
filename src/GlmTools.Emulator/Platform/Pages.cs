using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary>Lists that are handed out in pages, by <c>limit</c> and <c>after</c> (protocol sheet 8.7).</summary>
internal static class Pages
{
    private const int UsualLimit = 20;
    private const int MostLimit = 100;

    public static WireResponse Answer<T>(WireRequest request, IReadOnlyList<T> all, Func<T, string> id, Action<T, Utf8JsonWriter> write)
    {
        var limit = UsualLimit;
        if (request.Http.Query["limit"] is [{ } text] && !(int.TryParse(text, out limit) && limit is >= 1 and <= MostLimit))
        {
            return WireResponse.Of(BadRequest.Parameter("limit", $"a whole number from 1 to {MostLimit}"));
        }

        var after = request.Http.Query["after"].ToString();
        var rest = after.Length == 0 ? all : [.. all.SkipWhile(item => id(item) != after).Skip(1)];
        return WireResponse.OfJson(StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            foreach (var item in rest.Take(limit))
            {
                write(item, json);
            }

            json.WriteEndArray();
            json.WriteBoolean("has_more", rest.Count > limit);
            json.WriteEndObject();
        }));
    }
}
