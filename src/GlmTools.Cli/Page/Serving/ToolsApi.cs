using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GlmTools.Cli.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GlmTools.Cli.Page.Serving;

/// <summary>The tools: what they are, whether arguments fit, and calls.</summary>
/// <param name="tools">The tools.</param>
internal sealed class ToolsApi(InspectedTools tools) : IPageApi
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/tools", context => context.AnswerAsync(List()));
        routes.MapPost("/api/tools/{set:int}/{tool}/validate", ValidateAsync);
        routes.MapPost("/api/tools/{set:int}/{tool}/call", CallAsync);
    }

    private JsonObject List() => new()
    {
        ["sets"] = new JsonArray([.. tools.Sets.Select(static (set, i) => new JsonObject
        {
            ["name"] = set.Name,
            ["tools"] = new JsonArray([.. set.Tools.Select(tool => Describe(tool, i))]),
        })]),
    };

    private static JsonObject Describe(GlmTool tool, int set) => new()
    {
        ["id"] = $"{set}/{tool.Name}",
        ["name"] = tool.Name,
        ["description"] = tool.Description,
        ["schema"] = JsonNode.Parse(tool.JsonSchema.GetRawText()),
        ["definition"] = Encoding.UTF8.GetString(tool.Utf8Definition),
        ["effect"] = EffectName.Of(tool.Policy.Effect),
        ["requires_approval"] = tool.Policy.RequiresApproval,
        ["timeout_seconds"] = tool.Policy.Timeout?.TotalSeconds,
        ["exclusive"] = tool.Policy.Exclusive,
        ["max_result_length"] = tool.Policy.MaxResultLength,
        ["tokens"] = tool.EstimatedTokens,
        ["bytes"] = tool.Utf8Definition.Length,
        ["fingerprint"] = tool.Fingerprint,
    };

    private async Task ValidateAsync(HttpContext context)
    {
        if (Find(context, out _) is not { } tool)
        {
            await context.AnswerAsync(StatusCodes.Status404NotFound).ConfigureAwait(false);
            return;
        }

        var bound = tool.Validate(await context.BodyAsync().ConfigureAwait(false));
        var json = new JsonObject { ["fits"] = bound.IsValid, ["told"] = bound.Error?.ToString() };
        if (bound.IsValid)
        {
            json["arguments"] = Encoding.UTF8.GetString(bound.Utf8.Span);
        }

        AddBinding(json, bound.Error, bound.Repairs);
        await context.AnswerAsync(json).ConfigureAwait(false);
    }

    private async Task CallAsync(HttpContext context)
    {
        if (Find(context, out var set) is not { } tool)
        {
            await context.AnswerAsync(StatusCodes.Status404NotFound).ConfigureAwait(false);
            return;
        }

        var arguments = await context.BodyAsync().ConfigureAwait(false);
        if (!context.Request.Query.ContainsKey("approved") && Question(tool, arguments) is { } question)
        {
            await context.AnswerAsync(new { Asks = question }).ConfigureAwait(false);
            return;
        }

        var callable = tools.ToolsOf(set).Find(tool.Name)!;
        var progress = new Progress();
        var started = TimeProvider.System.GetTimestamp();
        var result = await callable.InvokeAsync(arguments, new() { Services = tools.Services, Progress = progress }, context.RequestAborted).ConfigureAwait(false);
        var json = new JsonObject
        {
            ["called"] = result.Error is null,
            ["failed"] = result.IsError,
            ["result"] = result.Text,
            ["seconds"] = TimeProvider.System.GetElapsedTime(started).TotalSeconds,
            ["progress"] = JsonSerializer.SerializeToNode(progress.Texts),
            // The model is not told; whoever looks at the page wrote the method.
            ["exception"] = result.Exception is { } thrown and not GlmToolException ? $"{thrown.GetType().FullName}: {thrown.Message}" : null,
        };
        AddBinding(json, result.Error, result.Repairs);
        await context.AnswerAsync(json).ConfigureAwait(false);
    }

    // Arguments that do not fit are refused by the call itself; nobody need be asked about them.
    private static string? Question(GlmTool tool, byte[] arguments)
        => tool.Policy is { RequiresApproval: true } or { Effect: GlmToolEffect.Destructive } && tool.Validate(arguments) is { IsValid: true, Utf8: var valid } ? tool.Confirm(valid) : null;

    private static void AddBinding(JsonObject json, GlmToolError? error, IReadOnlyList<string> repairs)
    {
        BindingJson.AddTo(json, error, repairs);
        foreach (var (node, problem) in json["problems"]!.AsArray().Zip(error?.Problems ?? []))
        {
            node!["message"] = problem.ToString();
        }
    }

    private GlmTool? Find(HttpContext context, out int set)
    {
        set = int.Parse((string)context.Request.RouteValues["set"]!, System.Globalization.CultureInfo.InvariantCulture);
        return set < tools.Sets.Count && set >= 0 ? tools.Sets[set].Tools.Find((string)context.Request.RouteValues["tool"]!) : null;
    }

    /// <summary>What a tool reports on its way; the most recent of it, if it reports without end.</summary>
    private sealed class Progress : IProgress<string>
    {
        private const int Most = 200;

        private readonly Queue<string> _texts = [];

        public string[] Texts
        {
            get
            {
                lock (_texts)
                {
                    return [.. _texts];
                }
            }
        }

        public void Report(string value)
        {
            lock (_texts)
            {
                _texts.Enqueue(value);
                if (_texts.Count > Most)
                {
                    _texts.Dequeue();
                }
            }
        }
    }
}
