namespace GlmTools.Tests.Binding;

/// <summary>A tool that allocates nothing.</summary>
public static class QuietTools
{
    /// <summary>Takes what it is given.</summary>
    /// <param name="number">Any number.</param>
    /// <param name="flag">Any flag.</param>
    [GlmTool]
    public static string Take(int number, bool flag = false) => "ok";
}
