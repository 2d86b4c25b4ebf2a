using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>The parts of a user message, each by itself and all together (protocol sheet 3.2).</summary>
internal sealed class PartRules(string model)
{
    private const int MostFiles = 50;
    private const int MostFileBytes = 50 * 1024 * 1024;

    private readonly PartKinds _kinds = PartKinds.Of(model);

    public IEnumerable<ApiError> Check(JsonElement parts, string at)
    {
        if (parts.GetArrayLength() == 0)
        {
            yield return BadRequest.Illegal(at, "must be text, or an array of at least one part");
        }

        foreach (var (index, part) in parts.EnumerateArray().Index())
        {
            foreach (var error in CheckPart(part, $"{at}[{index}]"))
            {
                yield return error;
            }
        }

        foreach (var error in CheckTogether([.. parts.EnumerateArray().Select(static part => part.Text("type")!)], at))
        {
            yield return error;
        }
    }

    private IEnumerable<ApiError> CheckPart(JsonElement part, string at) => part.Text("type") switch
    {
        "text" => part.Text("text") is null ? [BadRequest.Illegal($"{at}.text", "must be text")] : [],
        "image_url" => CheckImage(part.Find("image_url"), $"{at}.image_url.url"),
        "video_url" => Takes(_kinds.TakesVideos, "videos", at).Concat(CheckUrl(part.Find("video_url"), $"{at}.video_url.url")),
        "file_url" => Takes(_kinds.TakesFiles, "files", at).Concat(CheckUrl(part.Find("file_url"), $"{at}.file_url.url")),
        "file" => Takes(_kinds.TakesFiles, "files", at).Concat(CheckFile(part.Find("file"), $"{at}.file")),
        "input_audio" => Takes(_kinds.TakesAudio, "audio", at).Concat(CheckAudio(part.Find("input_audio"), $"{at}.input_audio")),
        _ => [BadRequest.Illegal($"{at}.type", "must be one of text, image_url, video_url, file_url, file, input_audio")],
    };

    private IEnumerable<ApiError> CheckTogether(List<string> types, string at)
    {
        var images = types.Count(static type => type is "image_url");
        if (images > _kinds.MostImages)
        {
            yield return BadRequest.Illegal(at, $"has {images} images; {model} takes {_kinds.MostImages}");
        }

        if (_kinds.VideoComesFirst && types.IndexOf("video_url") > 0)
        {
            yield return BadRequest.Illegal(at, $"must begin with the video: {model} takes it only as the first part");
        }

        if (types.Count(static type => type is "file" or "file_url") > MostFiles)
        {
            yield return BadRequest.Illegal(at, $"has more than {MostFiles} files");
        }

        if (types.Contains("file_url") && types.Any(static type => type is "image_url" or "video_url"))
        {
            yield return BadRequest.Illegal(at, "must not have file_url together with images or videos");
        }
    }

    private IEnumerable<ApiError> CheckImage(JsonElement? image, string at)
    {
        if (image?.Text("url") is not { Length: > 0 } url)
        {
            return [BadRequest.Illegal(at, "must be a URL or base64")];
        }

        if (IsWebUrl(url))
        {
            return [];
        }

        return !_kinds.TakesImageBytes ? [BadRequest.Illegal(at, $"must be an http or https URL: {model} takes no base64")]
            : ImageFile.Problem(url) is { } problem ? [BadRequest.Illegal(at, problem)]
            : [];
    }

    private static IEnumerable<ApiError> CheckFile(JsonElement? file, string at)
    {
        string[] forms = [.. new[] { "file_id", "file_url", "file_data" }.Where(form => file?.Find(form) is not null)];
        return forms switch
        {
            ["file_id"] when file!.Value.Text("file_id") is { Length: > 0 } => [],
            ["file_url"] when IsWebUrl(file!.Value.Text("file_url")) => [],
            ["file_data"] when Base64Text.DataUrl(file!.Value.Text("file_data")) is { Length: > 0 and <= MostFileBytes } => [],
            _ => [BadRequest.Illegal(at, "must have one of file_id, file_url (http or https) and file_data (a data: URL in base64, up to 50 MB)")],
        };
    }

    private static IEnumerable<ApiError> CheckAudio(JsonElement? audio, string at)
    {
        if (audio?.Text("format") is not ("wav" or "mp3"))
        {
            yield return BadRequest.Illegal($"{at}.format", "must be wav or mp3");
        }

        if (Base64Text.Decode(audio?.Text("data")) is not { Length: > 0 })
        {
            yield return BadRequest.Illegal($"{at}.data", "must be base64");
        }
    }

    private static IEnumerable<ApiError> CheckUrl(JsonElement? value, string at)
        => IsWebUrl(value?.Text("url")) ? [] : [BadRequest.Illegal(at, "must be an http or https URL")];

    private IEnumerable<ApiError> Takes(bool takes, string what, string at)
        => takes ? [] : [BadRequest.Illegal(at, $"is not allowed: {model} takes no {what}")];

    private static bool IsWebUrl(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
