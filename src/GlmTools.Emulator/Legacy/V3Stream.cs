using System.Text;
using GlmTools.Emulator.Chat;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Legacy;

/// <summary>
/// An answer as the events of V3 (protocol sheet 10): <c>add</c> for each piece, a line of data for each of its lines, and at the end <c>finish</c>
/// with a <c>meta:</c> line. A finish reason of <c>sensitive</c> ends it with <c>interrupted</c>, one of <c>network_error</c> with <c>error</c>.
/// </summary>
internal static class V3Stream
{
    public static WireResponse Of(V3Answer answer) => WireResponse.OfEvents(Events(answer).Select(static text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Events(V3Answer answer)
    {
        var soFar = "";
        foreach (var fragment in TextFragments.Of(answer.Text))
        {
            soFar += fragment;
            yield return Event("add", answer, answer.IsIncremental ? fragment : soFar);
        }

        yield return answer.FinishReason switch
        {
            "sensitive" => Event("interrupted", answer, "The content may be unsafe or sensitive."),
            "network_error" => Event("error", answer, "The inference failed."),
            _ => Event("finish", answer, "", Meta(answer)),
        };
    }

    private static string Event(string type, V3Answer answer, string data, string? meta = null)
    {
        var text = new StringBuilder($"event: {type}\nid: {answer.RequestId}\n");
        foreach (var line in data.Split('\n'))
        {
            text.Append("data: ").Append(line).Append('\n');
        }

        return (meta is null ? text : text.Append("meta: ").Append(meta).Append('\n')).Append('\n').ToString();
    }

    private static string Meta(V3Answer answer) => Encoding.UTF8.GetString(StrictJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("task_status", "SUCCESS");
        answer.WriteUsageTo(json);
        json.WriteString("task_id", answer.RequestId);
        json.WriteString("request_id", answer.RequestId);
        json.WriteEndObject();
    }));
}
