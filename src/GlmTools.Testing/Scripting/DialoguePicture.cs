using System.Globalization;
using System.Text;
using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>Draws a dialogue: the steps with their ticks, and what was sent.</summary>
internal static class DialoguePicture
{
    private const int LongestText = 400;

    /// <param name="reason">What it is drawn for.</param>
    /// <param name="sections">The script.</param>
    /// <param name="failed">The conversation whose next step did not fit, or <see langword="null"/>.</param>
    /// <param name="objection">Why not.</param>
    /// <param name="sent">The request to show, or <see langword="null"/>.</param>
    public static string Of(string reason, IReadOnlyList<ScriptedSection> sections, ScriptedSection? failed, string? objection, GlmSentRequest? sent)
    {
        var picture = new StringBuilder(reason).Append('\n');
        var number = 0;
        foreach (var section in sections)
        {
            picture.Append('\n').Append("  ").Append(section.User is { } user ? $"when the user says {user.Shown}" : "whatever the user says").Append('\n');
            for (var i = 0; i < section.Turns.Count; i++)
            {
                var isFailed = section == failed && i == section.Done;
                var mark = isFailed ? '✗' : i < section.Done ? '✓' : '·';
                picture.Append(CultureInfo.InvariantCulture, $"  {mark} {++number,2}  {Short(section.Turns[i].ToString())}\n");
                if (isFailed)
                {
                    picture.Append("        ^ ").Append(Short(objection!)).Append('\n');
                }
            }
        }

        if (sections.Count == 0)
        {
            picture.Append("\n  (no steps)\n");
        }

        if (sent is not null)
        {
            Append(picture, sent);
        }

        return picture.ToString();
    }

    private static void Append(StringBuilder picture, GlmSentRequest sent)
    {
        var tools = sent.Tools.Count == 0 ? "no tools" : $"tools {string.Join(", ", sent.Tools)}";
        picture.Append($"\nThe last request, for {sent.Model}, {(sent.IsStreamed ? "streamed" : "whole")}, {tools}:\n");
        foreach (var message in sent.Messages)
        {
            picture.Append($"  {message.Role,-9}  {Short(Shown(message))}\n");
        }

        if (sent.Refusal is { } refusal)
        {
            picture.Append($"The service refused it: {refusal}\n");
        }
    }

    private static string Shown(EmulatedMessage message)
    {
        var calls = string.Join(", ", message.ToolCalls.Select(static call => $"calls {call.Name} {call.Arguments} ({call.Id})"));
        var text = message.ToolCallId is { } id ? $"({id}) {message.Text}" : message.Text;
        return calls.Length == 0 ? text : text.Length == 0 ? calls : $"{text} {calls}";
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings("⏎");
        return line.Length <= LongestText ? line : $"{line.AsSpan(0, LongestText)}… ({line.Length} characters)";
    }
}
