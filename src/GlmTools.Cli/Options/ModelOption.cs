using System.CommandLine;

namespace GlmTools.Cli.Options;

/// <summary><c>--model</c>: the GLM model.</summary>
internal sealed class ModelOption : Option<string>
{
    public ModelOption()
        : base("--model", "-m")
    {
        Description = "The GLM model.";
        DefaultValueFactory = static _ => "glm-4.7-flash";
    }
}
