using System.CommandLine;

namespace GlmTools.Cli.Options;

/// <summary><c>--configuration</c>: how a project is built.</summary>
internal sealed class ConfigurationOption : Option<string>
{
    public ConfigurationOption()
        : base("--configuration", "-c")
    {
        Description = "How a project is built.";
        DefaultValueFactory = static _ => "Debug";
    }
}
