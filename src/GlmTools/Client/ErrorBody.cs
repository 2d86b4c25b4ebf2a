using System.Text.Json;

namespace GlmTools;

/// <summary>What the body of an error says, in any of the shapes it comes in (protocol sheet 6.1).</summary>
internal sealed record ErrorBody(string? Code, string? Message, string? RequestId)
{
    /// <summary>The number QingYan tells instead of a code (protocol sheet 9.1). Its numbers are not those of the platform's table.</summary>
    public string? Status { get; init; }

    /// <summary>Reads the first JSON value of a body; <see langword="null"/> for HTML, an empty one, or an object that tells of no error.</summary>
    public static ErrorBody? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            var root = JsonElement.ParseValue(ref reader);
            return root.ValueKind == JsonValueKind.Object ? Read(root) : null;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ErrorBody? Read(JsonElement root)
    {
        var error = root.TryGetProperty("error"u8, out var nested) && nested.ValueKind != JsonValueKind.Null ? nested : root;
        if (error.ValueKind != JsonValueKind.Object)
        {
            return new(null, Text(error), Text(root, "request_id"));
        }

        var code = Text(error, "code");
        var message = Text(error, "message") ?? Text(error, "msg") ?? Text(error, "detail");
        return code is null && message is null ? null : new(code, message, Text(root, "request_id"))
        {
            Status = error.TryGetProperty("status"u8, out var status) && status.ValueKind == JsonValueKind.Number ? status.GetRawText() : null,
        };
    }

    private static string? Text(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
