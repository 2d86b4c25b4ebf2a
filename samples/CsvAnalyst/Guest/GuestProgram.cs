using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CsvAnalyst.Guest;

/// <summary>The other side of the sandbox: compiles the program of the model, looks at what it uses, and runs it in this process, which exists for nothing else.</summary>
internal static class GuestProgram
{
    public const string Argument = "--guest";
    public const string CodeFile = "program.cs";
    public const string DataFile = "data.csv";

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Globalization; global using System.Linq; global using System.Text; global using CsvAnalyst.Guest;";

    private static readonly string[] Libraries = ["System.Private.CoreLib", "System.Runtime", "System.Linq", "System.Collections", "System.Console"];

    /// <returns>0, or 1 where the program is refused or fails; what is wrong is on the standard output, for the model.</returns>
    public static int Run()
    {
        var program = CSharpSyntaxTree.ParseText(File.ReadAllText(CodeFile));
        var compilation = CSharpCompilation.Create("guest", [program, CSharpSyntaxTree.ParseText(Usings)], References(), new(OutputKind.ConsoleApplication, checkOverflow: true));
        var problems = compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(Describe)
            .Concat(Allowlist.Violations(program, compilation.GetSemanticModel(program))).ToList();
        if (problems.Count > 0)
        {
            Console.WriteLine(string.Join('\n', problems.Take(10)));
            return 1;
        }

        using var image = new MemoryStream();
        compilation.Emit(image);
        Data.Load(DataFile);
        try
        {
            var main = Assembly.Load(image.ToArray()).EntryPoint!;
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
            return 0;
        }
        catch (TargetInvocationException thrown)
        {
            Console.WriteLine($"{thrown.InnerException!.GetType().Name}: {thrown.InnerException.Message}");
            return 1;
        }
    }

    private static IEnumerable<MetadataReference> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Libraries.Contains(Path.GetFileNameWithoutExtension(path)))
            .Append(typeof(GuestProgram).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));

    private static string Describe(Diagnostic problem) => $"line {problem.Location.GetLineSpan().StartLinePosition.Line + 1}: {problem.GetMessage()}";
}
