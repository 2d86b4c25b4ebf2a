using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Cli.Options;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools explain</c>: what the binder makes of arguments, and what it would tell the model.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Shell _shell;

    public ExplainCommand(Shell shell)
        : base("explain", "Say what would be repaired in arguments, what refused, and what the model would be told.")
    {
        _shell = shell;
        var arguments = new Argument<string>("arguments") { Description = "What the model sent, broken or not; - reads it from the input." };
        var tool = new Option<string>("--tool") { Description = "The tool it was sent for.", Required = true };
        Add(arguments);
        Add(tool);
        var tools = ToolsInput.Option(this);
        var json = new JsonOption();
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var catalog = await tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            var name = parsed.GetRequiredValue(tool);
            var text = await _shell.ReadAsync(parsed.GetRequiredValue(arguments), cancellationToken).ConfigureAwait(false);
            var bound = catalog.SetOf(name).Tools.Find(name)!.Validate(Encoding.UTF8.GetBytes(text));
            if (parsed.GetValue(json))
            {
                _shell.WriteJson(Json(name, bound));
            }
            else
            {
                Show(bound);
            }

            return bound.IsValid ? ExitCode.Ok : ExitCode.NotFine;
        });
    }

    private void Show(GlmToolArguments bound)
    {
        Section("repaired", bound.Repairs);
        Section("refused", [.. (bound.Error?.Problems ?? []).Select(static problem => $"{problem} ({problem.Rule})")]);
        if (bound.Error is { } error)
        {
            Section("the method is not called; the model is told", error.ToString().Split('\n'));
        }
        else
        {
            Section(bound.Repairs.Count == 0 ? "it fits as it is; the method gets" : "the method gets", [bound.ToString()]);
        }
    }

    private void Section(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            _shell.Out.WriteLine($"{title}:");
            foreach (var line in lines)
            {
                _shell.Out.WriteLine($"  {Shell.Harmless(line)}");
            }
        }
    }

    private static JsonObject Json(string tool, GlmToolArguments bound)
    {
        var json = new JsonObject { ["tool"] = tool, ["fits"] = bound.IsValid };
        if (bound.IsValid)
        {
            json["arguments"] = JsonNode.Parse(bound.Utf8.Span);
        }

        BindingJson.AddTo(json, bound.Error, bound.Repairs);
        json["told"] = bound.Error?.ToString();
        return json;
    }
}
