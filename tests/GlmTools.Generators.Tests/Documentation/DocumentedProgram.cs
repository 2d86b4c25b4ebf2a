using System.Reflection;
using System.Text;
using GlmTools.Emulator;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>Runs a program of a page against the emulator, in a folder of its own.</summary>
internal static class DocumentedProgram
{
    // The implicit usings of a project which Sources does not have yet.
    private const string Usings = """
        global using System.IO;
        global using System.Net.Http;
        """;

    /// <summary>The smallest PNG: one pixel.</summary>
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>What a program prints.</summary>
    public static async Task<string> RunAsync(string code)
    {
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.From(FromPythonScript.Reply),
            QingYan = new() { Assistant = EmulatedAssistant.From(FromPythonScript.Reply), AssistantId = "65f3dab425fab01c6821d461" },
            PollsUntilDone = 0,
        });
        var main = Compile(Connect(code, emulator));
        var (console, folder, here) = (Console.Out, Directory.CreateTempSubdirectory(), Environment.CurrentDirectory);
        using var printed = new StringWriter { NewLine = "\n" };
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "photo.png"), Convert.FromBase64String(Pixel));
            Environment.CurrentDirectory = folder.FullName;
            Environment.SetEnvironmentVariable("ZHIPUAI_API_KEY", emulator.ApiKey);
            Environment.SetEnvironmentVariable("ZHIPUAI_BASE_URL", emulator.BaseAddress.ToString());
            Console.SetOut(printed);
            await ((main.Invoke(null, [Array.Empty<string>()]) as Task) ?? Task.CompletedTask).WaitAsync(TimeSpan.FromMinutes(1));
            return printed.ToString();
        }
        finally
        {
            Console.SetOut(console);
            Environment.SetEnvironmentVariable("ZHIPUAI_API_KEY", null);
            Environment.SetEnvironmentVariable("ZHIPUAI_BASE_URL", null);
            Environment.CurrentDirectory = here;
            folder.Delete(recursive: true);
        }
    }

    private static MethodInfo Compile(string code)
    {
        var compilation = Sources.Of(code, Usings).Compile([.. HostReferences.All]);
        var run = GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));
        return Generated.Of(run).Type("Program").GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    /// <summary>What a reader fills in: keys of his own. Where a program names the real service, the emulator takes its place.</summary>
    private static string Connect(string code, GlmEmulator emulator) => new StringBuilder(code)
        .Replace("\"<api key>\", \"<api secret>\"", $"\"{emulator.QingYan.ApiKey}\", \"{emulator.QingYan.ApiSecret}\", new() {{ BaseAddress = new(\"{emulator.QingYan.BaseAddress}\") }}")
        .Replace("\"<id.secret>\"", $"\"{emulator.ApiKey}\", new() {{ BaseAddress = new(\"{emulator.V3Address}\") }}")
        .Replace("https://open.bigmodel.cn/api/paas/v4", emulator.BaseAddress.ToString())
        .Replace("your keys", emulator.ApiKey)
        .ToString();
}
