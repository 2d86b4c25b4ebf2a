using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GlmTools.Emulator;

namespace Chat;

/// <summary>What the emulator says without a key. It looks for words in the question and understands nothing.</summary>
internal sealed partial class ScriptedModel : IEmulatedModel
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public EmulatedReply Reply(EmulatedRequest request)
        => request.Messages[^1] is { Role: "tool" } result ? Tell(result.Text) : Hear(request);

    private static EmulatedCompletion Tell(string result)
        => EmulatedReply.Say(result == "ok" ? "Done." : $"It says: {result}") with { Reasoning = "The tool has answered, so I can too." };

    private static EmulatedCompletion Hear(EmulatedRequest request)
    {
        var question = request.Messages[^1].Text;
        if (LastQuestion().IsMatch(question))
        {
            var before = request.Messages.SkipLast(1).LastOrDefault(static message => message.Role == "user");
            return EmulatedReply.Say(before is null ? "This is your first question." : $"Your last question was: \"{before.Text}\".\nThe answer stands above.");
        }

        return Call(question) is { } call
            ? call with { Reasoning = $"There is a tool for this: {call.ToolCalls[0].Name}." }
            : EmulatedReply.Say("My script has no answer to that. Ask for the time, a calculation such as 12.5 * 8, a note, my notes, a timer, or your last question.");
    }

    private static EmulatedCompletion? Call(string question)
    {
        if (Calculation().Match(question) is { Success: true } found)
        {
            var operation = found.Groups["operation"].Value switch { "+" => "Add", "-" => "Subtract", "*" => "Multiply", _ => "Divide" };
            return Call("calculate", new() { ["left"] = Number(found, "left"), ["operation"] = operation, ["right"] = Number(found, "right") });
        }

        if (Note().Match(question) is { Success: true } note)
        {
            return Call("add_note", new() { ["text"] = note.Groups["text"].Value });
        }

        if (Timer().Match(question) is { Success: true } timer)
        {
            return Call("set_timer", new() { ["seconds"] = Number(timer, "seconds") });
        }

        return question.Contains("notes", StringComparison.OrdinalIgnoreCase) ? Call("list_notes", [])
            : question.Contains("time", StringComparison.OrdinalIgnoreCase) ? Call("now", question.Contains("UTC", StringComparison.Ordinal) ? new() { ["timeZone"] = "UTC" } : [])
            : null;
    }

    private static EmulatedCompletion Call(string name, JsonObject arguments) => EmulatedReply.Call(name, arguments.ToJsonString(Readable));

    private static JsonNode? Number(Match match, string group) => JsonNode.Parse(match.Groups[group].Value);

    [GeneratedRegex("last question", RegexOptions.IgnoreCase)]
    private static partial Regex LastQuestion();

    [GeneratedRegex(@"(?<left>\b(0|[1-9]\d{0,9})(\.\d{1,9})?)\s*(?<operation>[-+*/])\s*(?<right>(0|[1-9]\d{0,9})(\.\d{1,9})?)\b")]
    private static partial Regex Calculation();

    [GeneratedRegex(@"\bnote: *(?<text>.+)", RegexOptions.IgnoreCase)]
    private static partial Regex Note();

    [GeneratedRegex(@"\btimer\D*(?<seconds>[1-9]\d{0,9})", RegexOptions.IgnoreCase)]
    private static partial Regex Timer();
}
