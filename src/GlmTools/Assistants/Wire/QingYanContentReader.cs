using System.Text.Json;

namespace GlmTools;

/// <summary>Reads one content by its type (protocol sheet 9.2).</summary>
internal static class QingYanContentReader
{
    /// <summary>The content as a whole; <see langword="null"/> for one that is empty.</summary>
    /// <param name="content">The content.</param>
    /// <param name="frame">What it came in: tool calls have been seen beside the message.</param>
    public static QingYanContent? Read(JsonElement content, JsonElement frame)
    {
        if (content.ValueKind != JsonValueKind.Object || content.IsEmpty())
        {
            return null;
        }

        var type = content.FindText("type") ?? "";
        return type switch
        {
            "text" => content.FindText("text") is { Length: > 0 } text ? new QingYanText { Delta = text, Text = text } : null,
            "code" => content.FindText("code") is { Length: > 0 } code ? new QingYanCode { Delta = code, Code = code } : null,
            "image" => new QingYanImages([.. content.Find("image").Items().Select(static image => image.FindText("image_url")).OfType<string>()]),
            "execution_output" => new QingYanExecutionOutput(content.FindText("content") ?? ""),
            "system_error" => new QingYanSystemError(content.FindText("content") ?? ""),
            "tool_calls" => new QingYanToolCalls((content.Find("tool_calls") ?? frame.Find("tool_calls") ?? content)),
            "browser_result" => ReadPage(content.FindText("content") ?? ""),
            _ => new QingYanOtherContent(type, content),
        };
    }

    // The content is a string with JSON inside.
    private static QingYanBrowserResult ReadPage(string text)
    {
        try
        {
            var page = JsonElement.Parse(text);
            return new() { Title = page.FindText("title"), Url = page.FindText("url"), Content = text };
        }
        catch (JsonException)
        {
            return new() { Content = text };
        }
    }
}
