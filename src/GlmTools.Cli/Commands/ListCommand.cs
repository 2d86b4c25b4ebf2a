using System.CommandLine;
using System.Text.Json.Nodes;
using GlmTools.Cli.Loading;
using GlmTools.Cli.Options;
using Spectre.Console;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools list</c>: the tools of an assembly, by type.</summary>
internal sealed class ListCommand : Command
{
    private readonly Shell _shell;

    public ListCommand(Shell shell)
        : base("list", "List the tools of an assembly or a project.")
    {
        _shell = shell;
        var tools = ToolsInput.Argument(this);
        var json = new JsonOption();
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var catalog = await tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                _shell.WriteJson(Json(catalog));
            }
            else
            {
                Show(catalog);
            }

            return ExitCode.Ok;
        });
    }

    private void Show(ToolCatalog catalog)
    {
        foreach (var set in catalog.Sets)
        {
            var table = new Table { Border = TableBorder.None, Title = null };
            table.AddColumns("", "tokens", "", "").HideHeaders();
            table.Columns[1].RightAligned();
            foreach (var tool in set.Tools)
            {
                table.AddRow(new Text(tool.Name, new Style(Color.Green)), new Text($"~{tool.EstimatedTokens} tokens"), new Text(Terms(tool)), new Text(FirstLine(tool.Description)));
            }

            _shell.Screen.Write(new Text($"{set.Name}\n", new Style(decoration: Decoration.Bold)));
            _shell.Screen.Write(new Padder(table, new Padding(2, 0, 0, 1)));
        }
    }

    private static string Terms(GlmTool tool)
        => string.Join(", ", new[] { tool.Policy.Effect == GlmToolEffect.Unspecified ? null : EffectName.Of(tool.Policy.Effect), tool.Policy.RequiresApproval ? "asks first" : null }.OfType<string>());

    private static string FirstLine(string text) => text.Split('\n', 2)[0];

    private static JsonObject Json(ToolCatalog catalog) => new()
    {
        ["assembly"] = catalog.Assembly.Path,
        ["sets"] = new JsonArray([.. catalog.Sets.Select(static set => new JsonObject
        {
            ["set"] = set.Name,
            ["tools"] = new JsonArray([.. set.Tools.Select(static tool => new JsonObject
            {
                ["name"] = tool.Name,
                ["description"] = tool.Description,
                ["effect"] = EffectName.Of(tool.Policy.Effect),
                ["requires_approval"] = tool.Policy.RequiresApproval,
                ["estimated_tokens"] = tool.EstimatedTokens,
                ["fingerprint"] = tool.Fingerprint,
            })]),
        })]),
    };
}
