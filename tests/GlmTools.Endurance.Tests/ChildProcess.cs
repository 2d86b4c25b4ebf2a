using System.Diagnostics;

namespace GlmTools.Endurance.Tests;

/// <summary>This program once more, to do something else beside itself.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments)
    {
        // Under a test runner the process is not this program but the runner.
        var isOwn = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == typeof(ChildProcess).Assembly.GetName().Name;
        var program = new ProcessStartInfo(isOwn ? Environment.ProcessPath! : "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. isOwn ? (string[])[] : [typeof(ChildProcess).Assembly.Location], .. arguments])
        {
            program.ArgumentList.Add(argument);
        }

        return Process.Start(program)!;
    }
}
