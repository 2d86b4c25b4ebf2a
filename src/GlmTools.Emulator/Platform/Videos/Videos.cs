using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary><c>POST videos/generations</c>, always a task (protocol sheet 8.3).</summary>
internal sealed class Videos(MediaStore media, TaskStore tasks)
{
    private static readonly string[] Models =
    [
        "cogvideox-3", "cogvideox-2", "cogvideox-flash",
        "viduq1-text", "viduq1-image", "viduq1-start-end",
        "vidu2-image", "vidu2-start-end", "vidu2-reference",
    ];

    private static readonly FieldRule[] Rules =
    [
        FieldRule.Text("prompt", 1, 512),
        new("image_url", "a text or an array of texts", static value => value.AsText() is not null
            || (value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(static item => item.AsText() is not null))),
        FieldRule.OneOf("quality", "speed", "quality"),
        FieldRule.Bool("with_audio"),
        new("fps", "30 or 60", static value => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var fps) && fps is 30 or 60),
        new("duration", "5 or 10", static value => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is 5 or 10),
        FieldRule.Text("size", 3, 16),
        FieldRule.Text("request_id", 6, 64),
        FieldRule.Text("user_id", 6, 128),
    ];

    public IEnumerable<Endpoint> Endpoints => [JsonEndpoint.Post("videos/generations", Check, Submit)];

    private static IEnumerable<ApiError> Check(JsonElement body)
    {
        foreach (var error in JsonEndpoint.RequireModel(body, Models).Concat(Rules.Check(body)))
        {
            yield return error;
        }

        if (body.Find("prompt") is null && body.Find("image_url") is null)
        {
            yield return BadRequest.Missing("prompt");
        }
    }

    private WireResponse Submit(JsonElement body, WireRequest request)
    {
        var video = media.Add(request, "mp4", EmptyMp4.Of((int)(body.Number("duration") ?? 5)));
        var cover = media.Add(request, "png", PngImage.Of(body.Text("prompt") ?? "", 320, 180));
        return tasks.Submit(body.Text("model")!, body.Text("request_id"), json =>
        {
            json.WriteStartArray("video_result");
            json.WriteStartObject();
            json.WriteString("url", video);
            json.WriteString("cover_image_url", cover);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }
}
