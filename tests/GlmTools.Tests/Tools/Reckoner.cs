namespace GlmTools.Tests.Tools;

/// <summary>Tools that reckon: at once, later, wrongly, and by way of another one of them.</summary>
internal sealed class Reckoner
{
    /// <summary>Lets <see cref="Later"/> end.</summary>
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Adds.</summary>
    [GlmTool]
    public static int Add(int a, int b) => a + b;

    /// <summary>Adds, by another tool.</summary>
    [GlmTool]
    public async Task<string> AddTwice(int a)
        => (await this.Tools.Find("add")!.InvokeAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"a":{{a}},"b":{{a}}}"""))).Text + " twice";

    /// <summary>Adds when it may.</summary>
    [GlmTool]
    public async Task<int> Later(int a)
    {
        await Go.Task;
        return a + 1;
    }

    /// <summary>Fails.</summary>
    [GlmTool]
    public static int Fail() => throw new GlmToolException("no");

    /// <summary>Says a lot.</summary>
    [GlmTool]
    public static string Repeat(int times) => new('x', times);
}
