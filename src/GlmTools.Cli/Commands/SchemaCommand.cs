using System.CommandLine;
using GlmTools.Cli.Options;
using GlmTools.Cli.Schemas;
using GlmTools.Testing;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools schema</c>: the definitions of the tools, in the form of one of their readers.</summary>
internal sealed class SchemaCommand : Command
{
    public SchemaCommand(Shell shell)
        : base("schema", "Print what a model is told of the tools.")
    {
        var tools = ToolsInput.Argument(this);
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = static _ => "glm",
            Description = "glm: the tools array of a request. openai: the same, which Chat Completions takes as it is. mcp: the answer to tools/list. markdown: for people.",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON, which every format but markdown is anyway." };
        format.AcceptOnlyFromAmong("glm", "openai", "mcp", "markdown");
        Add(format);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = parsed.GetValue(format);
            if (chosen == "markdown" && parsed.GetValue(json))
            {
                throw new CliException("--format markdown is no JSON; leave one of the two out.");
            }

            var catalog = await tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            var set = catalog.All();
            await shell.Out.WriteLineAsync(chosen switch
            {
                "mcp" => Shell.Json(McpTools.Of(set)),
                "markdown" => ToolMarkdown.Render(set).TrimEnd(),
                _ => set.ToJson(indented: true),
            }).ConfigureAwait(false);
            return ExitCode.Ok;
        });
    }
}
