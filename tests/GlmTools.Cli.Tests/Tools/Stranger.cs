namespace GlmTools.Cli.Tests.Tools;

/// <summary>Nothing knows how to make one.</summary>
public sealed class Stranger(Uri home, IComparable<Stranger> other)
{
    /// <summary>The same name as a tool of another type.</summary>
    [GlmTool]
    public string Search(string text) => $"{home}{other}{text}";

    public sealed class Child
    {
        /// <summary>Plays.</summary>
        [GlmTool]
        public string Play() => "played";
    }
}
