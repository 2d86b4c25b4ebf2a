using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>images/generations</c>, at once and as a task (protocol sheet 8.2).</summary>
internal sealed class Images(MediaStore media, TaskStore tasks, TimeProvider time)
{
    private static readonly string[] Models = ["glm-image", "cogview-4-250304", "cogview-4", "cogview-3-flash"];

    private static readonly FieldRule[] Rules =
    [
        FieldRule.Text("prompt", 1, int.MaxValue),
        FieldRule.OneOf("quality", "hd", "standard"),
        FieldRule.Bool("watermark_enabled"),
        FieldRule.Text("user_id", 6, 128),
    ];

    public IEnumerable<Endpoint> Endpoints =>
    [
        JsonEndpoint.Post("images/generations", Check, Answer),
        JsonEndpoint.Post("async/images/generations", static body => CheckAsync(body).Concat(Check(body)), Submit),
    ];

    private static IEnumerable<ApiError> CheckAsync(JsonElement body)
        => body.Text("model") is { } model and not "glm-image" && Models.Contains(model) ? [new(400, "1212", $"The model '{model}' takes no tasks; glm-image does.")] : [];

    private static IEnumerable<ApiError> Check(JsonElement body)
    {
        foreach (var error in JsonEndpoint.RequireModel(body, Models).Concat(JsonEndpoint.Require(body, "prompt")).Concat(Rules.Check(body)))
        {
            yield return error;
        }

        var model = body.Text("model");
        if (model == "glm-image" && body.Text("quality") is "standard")
        {
            yield return BadRequest.Parameter("quality", "hd for glm-image");
        }

        if (ImageSize.For(model).Read(body) is null)
        {
            yield return BadRequest.Parameter("size", $"{ImageSize.For(model)} for {model}");
        }
    }

    private WireResponse Answer(JsonElement body, WireRequest request)
    {
        var url = Make(body, request);
        return WireResponse.OfJson(StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("created", time.GetUtcNow().ToUnixTimeSeconds());
            WriteUrl(json, "data", url);
            json.WriteStartArray("content_filter");
            json.WriteStartObject();
            json.WriteString("role", "assistant");
            json.WriteNumber("level", 3);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }

    private WireResponse Submit(JsonElement body, WireRequest request)
    {
        var url = Make(body, request);
        return tasks.Submit(body.Text("model")!, body.Text("request_id"), json => WriteUrl(json, "image_result", url));
    }

    private string Make(JsonElement body, WireRequest request)
    {
        var (width, height) = ImageSize.For(body.Text("model")).Read(body)!.Value;
        return media.Add(request, "png", PngImage.Of(body.Text("prompt")!, width, height));
    }

    private static void WriteUrl(Utf8JsonWriter json, string name, string url)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
