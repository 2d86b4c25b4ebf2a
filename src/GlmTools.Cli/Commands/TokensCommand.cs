using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GlmTools.Cli.Conversing;
using GlmTools.Cli.Loading;
using GlmTools.Cli.Options;
using Spectre.Console;

namespace GlmTools.Cli.Commands;

/// <summary><c>glmtools tokens</c>: what each tool costs in every request it is offered in.</summary>
internal sealed class TokensCommand : Command
{
    private const int Requests = 1000;

    private readonly Shell _shell;
    private readonly ModelOption _model = new();

    public TokensCommand(Shell shell)
        : base("tokens", "Show what each tool costs in every request.")
    {
        _shell = shell;
        var tools = ToolsInput.Argument(this);
        var exact = new Option<bool>("--exact") { Description = "Ask the tokenizer of the service, which needs a key, instead of estimating." };
        var json = new JsonOption();
        Add(_model);
        Add(exact);
        Add(json);
        SetAction(async (parsed, cancellationToken) =>
        {
            var catalog = await tools.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
            var model = parsed.GetRequiredValue(_model);
            var set = catalog.All();
            var counts = parsed.GetValue(exact)
                ? await CountAsync(set, model, cancellationToken).ConfigureAwait(false)
                : new TokenCounts(set.ToDictionary(static tool => tool.Name, static tool => (long)tool.EstimatedTokens), set.EstimatedTokens);
            var cost = ModelService.PricesOf(_shell).Cost(model, new() { PromptTokens = counts.Total * Requests, TotalTokens = counts.Total * Requests });
            if (parsed.GetValue(json))
            {
                _shell.WriteJson(Json(set, counts, parsed.GetValue(exact), model, cost));
            }
            else
            {
                Show(set, counts, parsed.GetValue(exact), model, cost);
            }

            return ExitCode.Ok;
        });
    }

    // What a request takes beyond the same one without tools. A set shares what introduces tools, so that it is less than the sum.
    private async Task<TokenCounts> CountAsync(GlmToolSet set, string model, CancellationToken cancellationToken)
    {
        using var client = ModelService.ClientWithKey(_shell, "--exact asks the service");
        var bare = await CountAsync(client, model, default, cancellationToken).ConfigureAwait(false);
        var counts = new Dictionary<string, long>();
        foreach (var tool in set)
        {
            counts.Add(tool.Name, await CountAsync(client, model, new GlmToolSet([tool]).Utf8Json, cancellationToken).ConfigureAwait(false) - bare);
        }

        return new(counts, await CountAsync(client, model, set.Utf8Json, cancellationToken).ConfigureAwait(false) - bare);
    }

    private static async Task<long> CountAsync(GlmClient client, string model, ReadOnlyMemory<byte> tools, CancellationToken cancellationToken)
        => (await client.Tokenizer.CountAsync(new GlmChatRequest { Model = model, Messages = [GlmChatMessage.User("hi")], Tools = tools }, cancellationToken).ConfigureAwait(false)).PromptTokens;

    private void Show(GlmToolSet set, TokenCounts counts, bool isExact, string model, GlmCost? cost)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("tool", "tokens", "bytes");
        table.Columns[1].RightAligned();
        table.Columns[2].RightAligned();
        foreach (var tool in set.OrderByDescending(tool => counts.Of[tool.Name]))
        {
            table.AddRow(new Text(tool.Name), new Text(Number(counts.Of[tool.Name])), new Text(Number(tool.Utf8Definition.Length)));
        }

        table.AddRow(new Text("all, in every request"), new Text(Number(counts.Total)), new Text(Number(set.Utf8Json.Length)));
        _shell.Screen.Write(table);
        _shell.Out.WriteLine(isExact
            ? $"Counted by the service's tokenizer for {model}: what a request takes beyond the same one without tools."
            : "Estimated at compile time from the kinds of characters, usually within some 10 %; --exact asks the service.");
        _shell.Out.WriteLine(cost is { } known
            ? $"{Number(Requests)} requests to {model} pay {known} for it, if nothing is cached."
            : $"The price of {model} is not known.");
    }

    private static JsonObject Json(GlmToolSet set, TokenCounts counts, bool isExact, string model, GlmCost? cost)
    {
        var json = new JsonObject
        {
            ["counted_by"] = isExact ? "service" : "estimate",
            ["model"] = model,
            ["tokens"] = counts.Total,
            ["bytes"] = set.Utf8Json.Length,
            ["tools"] = new JsonArray([.. set.Select(tool => new JsonObject { ["name"] = tool.Name, ["tokens"] = counts.Of[tool.Name], ["bytes"] = tool.Utf8Definition.Length })]),
        };
        if (cost is { } known)
        {
            json["cost_of_1000_requests"] = new JsonObject { ["amount"] = known.Amount, ["currency"] = known.Currency };
        }

        return json;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record TokenCounts(IReadOnlyDictionary<string, long> Of, long Total);
}
