using System.CommandLine;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Crowd;
using GlmTools.Benchmarks.Definitions;
using GlmTools.Benchmarks.Dispatching;
using GlmTools.Benchmarks.Generating;
using GlmTools.Benchmarks.Loops;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Benchmarks.Requests;
using GlmTools.Benchmarks.Startup;
using GlmTools.Benchmarks.Streams;

const string all = "all";
const string check = "check";
ISlice[] slices = [new DispatchSlice(), new StartupSlice(), new RequestSlice(), new StreamSlice(), new LoopSlice(), new TokenSlice(), new GeneratorSlice(), new LoadSlice()];

var names = new Argument<string[]>("slices") { Description = "What to measure: some slices or all, or check, which measures no time and asserts what is exact.", Arity = ArgumentArity.OneOrMore };
names.AcceptOnlyFromAmong([all, check, .. slices.Select(static slice => slice.Name)]);
var brief = new Option<bool>("--short") { Description = "Fewer and shorter slices: all of it in under three minutes." };
var json = new Option<string?>("--json") { Description = "A file to write all figures to." };
var markdown = new Option<bool>("--markdown") { Description = "Write tables as Markdown." };
var command = new RootCommand("Measures GlmTools beside what one writes by hand and beside its peers.") { names, brief, json, markdown };
command.SetAction(async (options, cancellationToken) =>
{
    var chosen = options.GetRequiredValue(names);
    if (chosen.Contains(check))
    {
        return SettledProcess.IsThis
            ? Budgets.Check(slices.SelectMany(static slice => slice.ExactFigures())) ? 0 : 1
            : await SettledProcess.RunAsync([check], cancellationToken);
    }

    var report = new Report(options.GetValue(markdown));
    Console.WriteLine(Machine.Description);
    foreach (var slice in slices.Where(slice => chosen.Contains(all) || chosen.Contains(slice.Name)))
    {
        await slice.RunAsync(options.GetValue(brief) ? Pace.Short : Pace.Full, report, cancellationToken);
    }

    if (options.GetValue(json) is { } path)
    {
        await report.WriteJsonAsync(path, cancellationToken);
    }

    return 0;
});
return await command.Parse(args).InvokeAsync();
