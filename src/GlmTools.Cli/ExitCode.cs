namespace GlmTools.Cli;

/// <summary>What the command tells a script. <c>docs/cli.md</c> lists them; they do not change.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>The thing asked about is not fine: a breaking change, an invalid history, a call that failed.</summary>
    public const int NotFine = 1;

    /// <summary>The question itself is wrong: an unknown option, a file that is not there, a project that does not build.</summary>
    public const int BadInput = 2;

    /// <summary>The service could not be reached, or refused.</summary>
    public const int ServiceFailed = 3;

    /// <summary>Ctrl+C, as shells count it: 128 and the number of the signal.</summary>
    public const int Cancelled = 130;
}
