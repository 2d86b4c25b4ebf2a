using System.CommandLine;

namespace GlmTools.Cli.Options;

/// <summary><c>--port</c>: where a server listens, always on 127.0.0.1.</summary>
internal sealed class PortOption : Option<int>
{
    private const int Max = 65535;

    public PortOption(int port)
        : base("--port")
    {
        Description = "The port on 127.0.0.1; 0 for a free one.";
        DefaultValueFactory = _ => port;
        Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > Max)
            {
                result.AddError($"--port needs a number from 0 to {Max}.");
            }
        });
    }
}
