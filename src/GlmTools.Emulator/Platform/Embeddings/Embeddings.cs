using System.Runtime.InteropServices;
using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST embeddings</c> (protocol sheet 8.1).</summary>
internal sealed class Embeddings
{
    private const int MostItems = 64;

    public IEnumerable<Endpoint> Endpoints => [Endpoint.Post("embeddings", request => Answer(request.Body))];

    public WireResponse Answer(ReadOnlyMemory<byte> body)
    {
        using var json = StrictJson.ParseObject(body);
        return json is null ? WireResponse.Of(BadRequest.Body)
            : Check(json.RootElement).FirstOrDefault() is { } refusal ? WireResponse.Of(refusal)
            : WireResponse.OfJson(Encode(json.RootElement));
    }

    private static IEnumerable<ApiError> Check(JsonElement body)
    {
        if (body.Find("model") is not { } model)
        {
            yield return BadRequest.Missing("model");
            yield break;
        }

        // The models there are, and the lengths of their vectors.
        if (Lengths(model.AsText()) is not { } lengths)
        {
            yield return BadRequest.UnknownModel(model.AsText() ?? model.GetRawText());
            yield break;
        }

        if (body.Find("dimensions") is not null && !lengths.Contains(body.Number("dimensions") ?? 0))
        {
            yield return BadRequest.Parameter("dimensions", $"one of {string.Join(", ", lengths)} for {model.AsText()}");
        }

        if (body.Find("input") is not { } input)
        {
            yield return BadRequest.Missing("input");
        }
        else if (Texts(input) is not { Count: > 0 and <= MostItems } texts)
        {
            yield return BadRequest.Illegal("input", $"must be a text or an array of 1 to {MostItems} texts");
        }
        else if (texts.Any(string.IsNullOrEmpty))
        {
            yield return BadRequest.Illegal("input", "must not hold an empty text");
        }
        else if (texts.Any(text => Tokens.Of(text) > MostTokens(model.AsText())))
        {
            yield return BadRequest.Illegal("input", $"must hold no text of more than {MostTokens(model.AsText())} tokens");
        }
    }

    private static long[]? Lengths(string? model) => model switch
    {
        "embedding-3" => [256, 512, 1024, 2048],
        "embedding-2" => [1024],
        _ => null,
    };

    private static int MostTokens(string? model) => model == "embedding-2" ? 512 : 3072;

    private static byte[] Encode(JsonElement body)
    {
        var model = body.Text("model");
        var dimensions = (int)(body.Number("dimensions") ?? Lengths(model)![^1]);
        var texts = Texts(body.Find("input")!.Value)!;

        // Not documented; but the OpenAI clients ask for it unasked, and can read nothing else then (protocol sheet 17).
        var asBase64 = body.Text("encoding_format") == "base64";
        return StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("object", "list");
            json.WriteString("model", model);
            json.WriteStartArray("data");
            foreach (var (index, text) in texts.Index())
            {
                json.WriteStartObject();
                json.WriteString("object", "embedding");
                json.WriteNumber("index", index);
                WriteVector(json, TextVector.Of(text, dimensions), asBase64);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Tokens.WriteUsage(json, texts.Sum(Tokens.Of));
            json.WriteEndObject();
        });
    }

    private static void WriteVector(Utf8JsonWriter json, float[] vector, bool asBase64)
    {
        if (asBase64)
        {
            json.WriteBase64String("embedding", MemoryMarshal.AsBytes(vector.AsSpan()));
            return;
        }

        json.WriteStartArray("embedding");
        foreach (var value in vector)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static List<string>? Texts(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.String => [input.GetString()!],
        JsonValueKind.Array when input.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.String) => [.. input.EnumerateArray().Select(static item => item.GetString()!)],
        _ => null,
    };
}
