using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST rerank</c> (protocol sheet 8.5): the nearer the vector of a document to that of the query, the better it is.</summary>
internal static class Rerank
{
    private const int Dimensions = 2048;
    private const int MostDocuments = 128;
    private const int MostCharacters = 4096;

    private static readonly FieldRule[] Rules =
    [
        FieldRule.Text("query", 1, MostCharacters),
        FieldRule.Texts("documents", MostDocuments),
        new("documents", $"texts of 1 to {MostCharacters} characters", static value
            => value.GetArrayLength() > 0 && value.EnumerateArray().All(static document => document.GetString() is { Length: > 0 and <= MostCharacters })),
        FieldRule.Integer("top_n", 0, int.MaxValue),
        FieldRule.Bool("return_documents"),
        FieldRule.Bool("return_raw_scores"),
    ];

    public static IEnumerable<Endpoint> Endpoints => [JsonEndpoint.Post("rerank", Check, Answer)];

    private static IEnumerable<ApiError> Check(JsonElement body)
        => JsonEndpoint.RequireModel(body, "rerank").Concat(JsonEndpoint.Require(body, "query", "documents")).Concat(Rules.Check(body));

    private static WireResponse Answer(JsonElement body, WireRequest request)
    {
        var query = TextVector.Of(body.Text("query")!, Dimensions);
        string[] documents = [.. body.Items("documents").Select(static document => document.GetString()!)];
        var ranked = documents.Index()
            .Select(document => (document.Index, document.Item, Score: Score(query, TextVector.Of(document.Item, Dimensions), body.IsTrue("return_raw_scores"))))
            .OrderByDescending(static document => document.Score)
            .Take(body.Number("top_n") is > 0 and var most ? (int)most : documents.Length);
        return WireResponse.OfJson(StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var (index, document, score) in ranked)
            {
                json.WriteStartObject();
                json.WriteNumber("index", index);
                json.WriteNumber("relevance_score", score);
                if (body.IsTrue("return_documents"))
                {
                    json.WriteString("document", document);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            Tokens.WriteUsage(json, Tokens.Of(body.Text("query")!) + documents.Sum(Tokens.Of));
            json.WriteEndObject();
        }));
    }

    /// <summary>The cosine as it is, or from 0 to 1.</summary>
    private static double Score(float[] query, float[] document, bool raw)
    {
        var cosine = query.Zip(document).Sum(static pair => (double)pair.First * pair.Second);
        return raw ? cosine : (cosine + 1) / 2;
    }
}
