using System.Globalization;
using System.Runtime;
using GlmTools.Benchmarks.Startup;

// What is counted is counted before anything is written, so that writing does not count.
var creation = args[0] == "empty" ? default : Variants.Run(args);
var methods = JitInfo.GetCompiledMethodCount();
if (args[^1] == "report")
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{methods} {creation.Elapsed.TotalMicroseconds} {creation.Bytes}"));
}
