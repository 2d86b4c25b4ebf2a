using GlmTools.Cli.Tests.Running;
using GlmTools.Cli.Tests.Tools;
using GlmTools.Emulator;

namespace GlmTools.Cli.Tests.Commands;

public class TokensTests
{
    [Fact]
    public async Task The_estimate_of_each_tool_and_of_all_is_shown_with_its_price()
    {
        var json = (await Glmtools.RunAsync("tokens", Built.Own, "--set", "DeskTools", "--model", "glm-4-plus", "--json")).Json;

        Assert.Equal("estimate", json.GetProperty("counted_by").GetString());
        Assert.Equal(DeskTools.Tools.EstimatedTokens, json.GetProperty("tokens").GetInt32());
        Assert.Equal(DeskTools.Tools.Select(static tool => tool.EstimatedTokens), json.GetProperty("tools").EnumerateArray().Select(static tool => tool.GetProperty("tokens").GetInt32()));

        // 5 CNY a million, as the price table has it.
        var cost = json.GetProperty("cost_of_1000_requests");
        Assert.Equal((DeskTools.Tools.EstimatedTokens * 1000 * 5m / 1_000_000, "CNY"), (cost.GetProperty("amount").GetDecimal(), cost.GetProperty("currency").GetString()));
    }

    [Fact]
    public async Task The_table_says_how_it_is_counted()
    {
        var text = (await Glmtools.RunAsync("tokens", Built.Own, "--set", "DeskTools", "--model", "unheard-of")).Ok();

        Assert.Contains("Estimated at compile time", text, StringComparison.Ordinal);
        Assert.Contains("The price of unheard-of is not known.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_counts_what_tools_add_to_a_request()
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = ScenarioModel.Weather });
        var command = new Glmtools { Variables = { ["ZHIPUAI_API_KEY"] = emulator.ApiKey, ["ZHIPUAI_BASE_URL"] = emulator.BaseAddress.ToString() } };
        var json = (await command.InvokeAsync("tokens", Built.Own, "--set", "DeskTools", "--exact", "--json")).Json;

        Assert.Equal("service", json.GetProperty("counted_by").GetString());
        Assert.Equal(DeskTools.Tools.Count + 2, emulator.Exchanges.Count(static exchange => exchange.Path.EndsWith("/tokenizer", StringComparison.Ordinal)));
        Assert.All(json.GetProperty("tools").EnumerateArray(), static tool => Assert.InRange(tool.GetProperty("tokens").GetInt32(), 1, 500));
        Assert.InRange(json.GetProperty("tokens").GetInt32(), 1, json.GetProperty("tools").EnumerateArray().Sum(static tool => tool.GetProperty("tokens").GetInt32()) + 1);
    }

    [Fact]
    public async Task An_exact_count_without_a_key_is_told()
        => Assert.Contains("set ZHIPUAI_API_KEY", (await Glmtools.RunAsync("tokens", Built.Own, "--set", "DeskTools", "--exact")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
}
