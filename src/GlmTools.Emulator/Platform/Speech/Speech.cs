using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;
using GlmTools.Emulator.Validation;

namespace GlmTools.Emulator.Platform;

/// <summary>
/// <c>audio/speech</c> and <c>audio/transcriptions</c> (protocol sheet 8.4). A text becomes a tone a character, and a .wav file says in a comment
/// what was spoken, so that one gives back what the other took.
/// </summary>
internal sealed class Speech(TimeProvider time)
{
    private const int MostBytes = 25_000_000;
    private const double MostSeconds = 30;
    private const double SecondsPerCharacter = 0.02;

    private static readonly FieldRule[] Rules =
    [
        FieldRule.Text("input", 1, 1024),
        FieldRule.Text("voice", 1, 128),
        FieldRule.OneOf("response_format", "pcm", "wav"),
        FieldRule.Number("speed", 0.5, 2),
        new("volume", "a number above 0, 10 at most", static value => value.ValueKind is JsonValueKind.Number && value.GetDouble() is > 0 and <= 10),
        FieldRule.OneOf("encode_format", "base64", "hex"),
        new("stream", "false or left out: this emulator speaks no streams of audio", static value => value.ValueKind is JsonValueKind.False),
        FieldRule.Text("request_id", 6, 64),
        FieldRule.Text("user_id", 6, 128),
    ];

    public IEnumerable<Endpoint> Endpoints =>
    [
        JsonEndpoint.Post("audio/speech", static body => JsonEndpoint.RequireModel(body, "glm-tts").Concat(JsonEndpoint.Require(body, "input")).Concat(Rules.Check(body)), Speak),
        Endpoint.Post("audio/transcriptions", Transcribe),
    ];

    private static WireResponse Speak(JsonElement body, WireRequest request)
    {
        var text = body.Text("input")!;
        var speed = body.Find("speed")?.GetDouble() ?? 1;
        var loudness = Math.Min(1, (body.Find("volume")?.GetDouble() ?? 1) / 10);
        var samples = Tones(text, speed, loudness);
        return body.Text("response_format") == "wav"
            ? new() { ContentType = "audio/wav", Writes = [WaveFile.Write(samples, text)] }
            : new() { ContentType = "audio/pcm", Writes = [samples] };
    }

    private static byte[] Tones(string text, double speed, double loudness)
    {
        var perCharacter = (int)(WaveFile.SamplesPerSecond * SecondsPerCharacter / speed);
        var samples = new byte[2 * perCharacter * text.Length];
        for (var i = 0; i < samples.Length / 2; i++)
        {
            var tone = 200 + (text[i / perCharacter] % 64 * 20);
            var value = Math.Sin(2 * Math.PI * tone * i / WaveFile.SamplesPerSecond) * loudness * short.MaxValue;
            BinaryPrimitives.WriteInt16LittleEndian(samples.AsSpan(2 * i), (short)value);
        }

        return samples;
    }

    private WireResponse Transcribe(WireRequest request)
    {
        if (request.Form is not { } form)
        {
            return WireResponse.Of(BadRequest.Parameter("The request body", "a form (multipart/form-data)"));
        }

        using var content = new MemoryStream();
        form.Files.GetFile("file")?.CopyTo(content);
        var wave = WaveFile.Read(content.ToArray());
        return Check(form, content.ToArray(), wave).FirstOrDefault() is { } refusal ? WireResponse.Of(refusal) : WireResponse.OfJson(Encode(form, wave));
    }

    private static IEnumerable<ApiError> Check(Microsoft.AspNetCore.Http.IFormCollection form, byte[] file, WaveFile? wave)
    {
        if (form["model"] is not [{ Length: > 0 } model])
        {
            yield return BadRequest.Missing("model");
            yield break;
        }

        if (model != "glm-asr-2512")
        {
            yield return BadRequest.UnknownModel(model);
        }

        if (form.Files.GetFile("file") is null)
        {
            yield return BadRequest.Missing("file");
        }

        if (form["stream"] is ["true"])
        {
            yield return BadRequest.Parameter("stream", "false or left out: this emulator speaks no streams of transcripts");
        }

        if (form["hotwords"] is [{ } words] && !IsList(words))
        {
            yield return BadRequest.Parameter("hotwords", "a JSON array of at most 100 texts");
        }

        if (file.Length > MostBytes || wave?.Seconds > MostSeconds)
        {
            yield return BadRequest.Illegal("file", "must be of at most 25 MB and 30 seconds");
        }

        if (wave is null && !IsMp3(file))
        {
            yield return BadRequest.Illegal("file", "must be .wav or .mp3");
        }
    }

    private static bool IsMp3(ReadOnlySpan<byte> file) => file.StartsWith("ID3"u8) || (file.Length > 2 && file[0] == 0xFF && (file[1] & 0xE0) == 0xE0);

    private static bool IsList(string words)
    {
        try
        {
            using var json = JsonDocument.Parse(words);
            return json.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() <= 100 && list.EnumerateArray().All(static word => word.AsText() is not null);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private byte[] Encode(Microsoft.AspNetCore.Http.IFormCollection form, WaveFile? wave)
    {
        var id = Ids.Completion(time.GetUtcNow());
        return StrictJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteNumber("created", time.GetUtcNow().ToUnixTimeSeconds());
            json.WriteString("request_id", form["request_id"] is [{ Length: > 0 } given] ? given : id);
            json.WriteString("model", form["model"].ToString());
            json.WriteString("text", wave?.Comment ?? string.Create(CultureInfo.InvariantCulture, $"(The emulator hears {wave?.Seconds ?? 0:0.0} seconds of sound.)"));
            json.WriteEndObject();
        });
    }
}
