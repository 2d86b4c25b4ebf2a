using System.CommandLine;

namespace GlmTools.Cli.Options;

/// <summary><c>--json</c>: the form for programs, which <c>docs/cli.md</c> describes.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Print JSON, for programs.";
}
