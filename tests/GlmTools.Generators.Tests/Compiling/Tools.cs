using System.Text;

namespace GlmTools.Generators.Tests.Compiling;

/// <summary>Tools in the hands of a test: called by their names, with arguments as a model writes them.</summary>
internal sealed class Tools(GlmToolSet set)
{
    public GlmToolSet Set { get; } = set;

    public GlmTool this[string name]
        => Set.Find(name) ?? throw new ArgumentException($"There is no tool '{name}', only: {string.Join(", ", Set.Select(static tool => tool.Name))}.");

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Calls a tool.</summary>
    public async Task<GlmToolResult> Invoke(string name, string arguments = "", GlmToolContext? context = null, CancellationToken cancellationToken = default)
        => await this[name].InvokeAsync(Utf8(arguments), context, cancellationToken);

    /// <summary>Calls a tool that has to succeed without a repair.</summary>
    /// <returns>What the model would read.</returns>
    public async Task<string> Call(string name, string arguments = "")
    {
        var result = await Invoke(name, arguments);
        Assert.False(result.IsError, $"{name}({arguments}): {result.Text}\n{result.Exception}");
        Assert.Empty(result.Repairs);
        return result.Text;
    }

    /// <summary>Calls a tool that has to succeed after a repair.</summary>
    /// <returns>The result and what was repaired.</returns>
    public async Task<(string Text, IReadOnlyList<string> Repairs)> Repaired(string name, string arguments)
    {
        var result = await Invoke(name, arguments);
        Assert.False(result.IsError, $"{name}({arguments}): {result.Text}\n{result.Exception}");
        Assert.NotEmpty(result.Repairs);
        return (result.Text, result.Repairs);
    }

    /// <summary>Calls a tool that has to refuse its arguments.</summary>
    /// <returns>The problems, each as <c>path rule: expected | actual</c>.</returns>
    public async Task<string[]> Refused(string name, string arguments)
    {
        var result = await Invoke(name, arguments);
        Assert.True(result.Error is not null, $"{name}({arguments}) was not refused: {result.Text}\n{result.Exception}");
        Assert.True(result.IsError);
        return [.. result.Error.Problems.Select(static p => $"{p.Path} {p.Rule}: {p.Expected} | {p.Actual}")];
    }

    /// <summary>Calls a tool that has to refuse its arguments for one reason.</summary>
    public async Task<string> RefusedOnce(string name, string arguments) => Assert.Single(await Refused(name, arguments));
}
