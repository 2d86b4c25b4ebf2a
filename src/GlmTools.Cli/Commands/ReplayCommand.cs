using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Cli.Comparing;
using GlmTools.Cli.Options;
using GlmTools.Cli.Replaying;
using GlmTools.Testing;

namespace GlmTools.Cli.Commands;

/// <summary>
/// <c>glmtools replay</c>: plays a cassette in the terminal, and says whether the tools of today still take the calls that were recorded.
/// </summary>
internal sealed class ReplayCommand : Command
{
    private readonly Shell _shell;

    public ReplayCommand(Shell shell)
        : base("replay", "Play a cassette or a saved run; with --tools, say whether today's tools still take its calls.")
    {
        _shell = shell;
        var file = new Argument<string>("cassette") { Description = "A cassette, or a run that was saved with its exchanges." };
        Add(file);
        var tools = ToolsInput.Optional(this);
        var timing = new Option<bool>("--timing") { Description = "Take as long as the recording did." };
        var json = new JsonOption();
        Add(timing);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var cassette = await LoadAsync(parsed.GetRequiredValue(file), cancellationToken).ConfigureAwait(false);
            var set = tools.IsGiven(parsed) ? (await tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false)).All() : null;
            var played = await PlayAsync(cassette, set, parsed.GetValue(timing), parsed.GetValue(json), cancellationToken).ConfigureAwait(false);
            var changes = set is null ? null : Changes(cassette, set);
            if (parsed.GetValue(json))
            {
                _shell.WriteJson(Json(played, changes));
            }
            else if (changes is not null)
            {
                await _shell.Out.WriteLineAsync("\nthe tools, then and now:").ConfigureAwait(false);
                changes.Show(_shell);
            }

            return played.Exists(static exchange => exchange.Refused.Count > 0) ? ExitCode.NotFine : ExitCode.Ok;
        });
    }

    private static async Task<GlmCassette> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await GlmCassette.LoadAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (GlmCassetteException unusable)
        {
            throw new CliException(unusable.Message);
        }
    }

    private async Task<List<Played>> PlayAsync(GlmCassette cassette, GlmToolSet? tools, bool keepsTiming, bool isJson, CancellationToken cancellationToken)
    {
        var player = new ChatPlayer(keepsTiming);
        var played = new List<Played>();
        GlmRecordedExchange? before = null;
        foreach (var exchange in cassette.Exchanges)
        {
            Line(isJson, _shell.Dim(string.Create(CultureInfo.InvariantCulture, $"{exchange} ({exchange.Duration.TotalSeconds:0.###} s)")));
            if (!ChatPlayer.CanPlay(exchange))
            {
                played.Add(new(exchange, new("", [], null), []));
                continue;
            }

            foreach (var message in RecordedMessages.New(exchange, before))
            {
                Line(isJson, Shell.Harmless(message));
            }

            before = exchange;
            var answer = await player.PlayAsync(exchange, piece => Piece(isJson, piece), cancellationToken).ConfigureAwait(false);
            Line(isJson, "", isNeeded: answer.Text.Length > 0);
            Line(isJson, $"(no answer: {Shell.Harmless(answer.Failure ?? "")})", isNeeded: answer.Failure is not null);
            played.Add(new(exchange, answer, [.. Refused(isJson, answer.Calls, tools)]));
        }

        return played;
    }

    private IEnumerable<string> Refused(bool isJson, IReadOnlyList<GlmToolCall> calls, GlmToolSet? tools)
    {
        foreach (var call in calls)
        {
            Line(isJson, Shell.Harmless($"-> {call.Name} {call.Arguments}"));
            var refusal = tools is null ? null
                : tools.Find(call.Name) is not { } tool ? $"there is no tool '{call.Name}' any more"
                : tool.Validate(Encoding.UTF8.GetBytes(call.Arguments)).Error is { } error ? string.Join("; ", error.Problems) : null;
            if (refusal is not null)
            {
                Line(isJson, Shell.Harmless($"   refused today: {refusal}"));
                yield return $"{call.Name}: {refusal}";
            }
        }
    }

    private static ChangeReport? Changes(GlmCassette cassette, GlmToolSet tools)
        => cassette.Exchanges.Select(RecordedMessages.Tools).FirstOrDefault(static offered => offered is not null) is { } recorded
            ? ChangeReport.Between(recorded.GetRawText(), tools.ToJson(), "the cassette", "the tools")
            : null;

    private void Line(bool isJson, string text, bool isNeeded = true)
    {
        if (!isJson && isNeeded)
        {
            _shell.Out.WriteLine(text);
        }
    }

    private void Piece(bool isJson, string text)
    {
        if (!isJson)
        {
            _shell.Out.Write(Shell.Harmless(text));
            _shell.Out.Flush();
        }
    }

    private static JsonObject Json(IEnumerable<Played> played, ChangeReport? changes)
    {
        var json = new JsonObject
        {
            ["exchanges"] = new JsonArray([.. played.Select(static each => new JsonObject
            {
                ["method"] = each.Exchange.Request.Method,
                ["url"] = each.Exchange.Request.Url,
                ["status"] = each.Exchange.Response.Status,
                ["text"] = each.Answer.Text,
                ["tool_calls"] = new JsonArray([.. each.Answer.Calls.Select(static call => new JsonObject { ["id"] = call.Id, ["name"] = call.Name, ["arguments"] = call.Arguments })]),
                ["failure"] = each.Answer.Failure,
                ["refused_today"] = new JsonArray([.. each.Refused.Select(static refusal => JsonValue.Create(refusal))]),
            })]),
        };
        if (changes is not null)
        {
            json["changes"] = changes.Json();
        }

        return json;
    }

    private sealed record Played(GlmRecordedExchange Exchange, PlayedAnswer Answer, IReadOnlyList<string> Refused);
}
