namespace GlmTools;

/// <summary>
/// Turns contents that are repeated as a whole into what is new of them. Another kind of content, and a text that does not
/// go on where the last one stopped, begin anew (protocol sheet 9.2).
/// </summary>
internal sealed class CumulativeContent
{
    private QingYanContent? _last;
    private string? _lastJson;

    /// <summary>What is new; <see langword="null"/> where nothing is.</summary>
    public QingYanContent? Add(QingYanContent content, string json)
    {
        var fresh = (_last, content) switch
        {
            (QingYanText before, QingYanText now) => Rest(before.Text, now.Text) is { } rest ? now with { Delta = rest } : now,
            (QingYanCode before, QingYanCode now) => Rest(before.Code, now.Code) is { } rest ? now with { Delta = rest } : now,
            _ => json == _lastJson ? null : content,
        };
        (_last, _lastJson) = (content, json);
        return fresh is QingYanText { Delta: "" } or QingYanCode { Delta: "" } ? null : fresh;
    }

    private static string? Rest(string before, string now) => now.StartsWith(before, StringComparison.Ordinal) ? now[before.Length..] : null;
}
