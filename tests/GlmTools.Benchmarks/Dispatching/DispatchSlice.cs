using System.Buffers;
using System.Text;
using GlmTools.Benchmarks.Checking;
using GlmTools.Benchmarks.Definitions;
using GlmTools.Benchmarks.Measuring;
using GlmTools.Benchmarks.Shapes;
using Microsoft.Extensions.AI;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>From arguments over the method to the text of the result.</summary>
internal sealed class DispatchSlice : ISlice
{
    private static readonly GlmToolSet Tools = SampleTools.Tools;

    public string Name => "dispatch";

    public Task RunAsync(Pace pace, Report report, CancellationToken cancellationToken)
    {
        var (plain, withMetadata) = (FunctionFactory.Create(), FunctionFactory.CreateWithMetadata());
        for (var tool = 0; tool < SampleArguments.Names.Count; tool++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Confirm(tool, plain[tool]);
            report.Add(PairedRun.Of($"Dispatch T{tool}, UTF-8 to UTF-8", pace, 1, Utf8(tool)));
            report.Add(PairedRun.Of($"Dispatch T{tool}, string to string", pace, 1, [.. Strings(tool), .. Factories(tool, plain[tool], withMetadata[tool])]));
            report.Add(PairedRun.Of($"Dispatch T{tool}, as an AIFunction with ready arguments", pace, 1, Doors(tool, plain[tool], withMetadata[tool])));
        }

        return Task.CompletedTask;
    }

    public IEnumerable<ExactFigure> ExactFigures()
    {
        for (var tool = 0; tool < SampleArguments.Names.Count; tool++)
        {
            var number = tool;
            yield return new($"dispatch T{tool} into a buffer, bytes", () => Allocation.Of(Utf8(number)[1]));
            yield return new($"dispatch T{tool} with its own bytes, bytes", () => Allocation.Of(Utf8(number)[2]));
            yield return new($"dispatch T{tool} with text, bytes", () => Allocation.Of(Strings(number)[1]));
            yield return new($"dispatch T{tool} as an AIFunction, bytes", () => Allocation.Of(Own(number)));
        }
    }

    private static GlmTool Find(int tool) => Tools.Find(SampleArguments.Names[tool])!;

    private static Case[] Utf8(int tool)
    {
        var own = Find(tool);
        var arguments = Encoding.UTF8.GetBytes(SampleArguments.Of(tool));
        var buffer = new ArrayBufferWriter<byte>(4096);
        return
        [
            Case.Of("by hand (limit)", () => HandDispatch.Call(tool, (ReadOnlySpan<byte>)arguments)),
            Case.Of("GlmTools, into a buffer", () => CallInto(own, arguments, buffer)),
            Case.Of("GlmTools, bytes of its own", () => own.InvokeAsync(arguments).Result.Utf8.Length),
        ];
    }

    private static int CallInto(GlmTool tool, byte[] arguments, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        return tool.InvokeAsync(arguments, null, buffer).Result.IsError ? throw new InvalidOperationException() : buffer.WrittenCount;
    }

    private static Case[] Strings(int tool)
    {
        var own = Find(tool);
        var arguments = SampleArguments.Of(tool);
        return
        [
            Case.Of("by hand (limit)", () => HandDispatch.Call(tool, arguments)),
            Case.Of("GlmTools", () => own.InvokeAsync(arguments).Result.Text),
            Case.Of("System.Text.Json, generated", () => SerializerDispatch.Call(tool, arguments)),
        ];
    }

    private static IEnumerable<Case> Factories(int tool, AIFunction plain, AIFunction withMetadata)
    {
        var arguments = SampleArguments.Of(tool);
        return
        [
            Case.Of("AIFunctionFactory", () => FunctionFactory.Call(plain, arguments)),
            Case.Of("AIFunctionFactory, generated metadata", () => FunctionFactory.Call(withMetadata, arguments)),
        ];
    }

    private static Case[] Doors(int tool, AIFunction plain, AIFunction withMetadata)
    {
        var arguments = FunctionFactory.ReadyArguments(SampleArguments.Of(tool));
        return
        [
            Case.Of("AIFunctionFactory", () => FunctionFactory.CallReady(plain, arguments)),
            Case.Of("AIFunctionFactory, generated metadata", () => FunctionFactory.CallReady(withMetadata, arguments)),
            Own(tool),
        ];
    }

    private static Case Own(int tool)
    {
        AIFunction own = Find(tool);
        var arguments = FunctionFactory.ReadyArguments(SampleArguments.Of(tool));
        return Case.Of("GlmTools", () => FunctionFactory.CallReady(own, arguments));
    }

    // A contender that answers something else is not faster, it is wrong.
    private static void Confirm(int tool, AIFunction factory)
    {
        var arguments = SampleArguments.Of(tool);
        var byHand = HandDispatch.Call(tool, arguments);
        foreach (var other in (string[])[Find(tool).InvokeAsync(arguments).Result.Text, Find(tool).InvokeAsync(Encoding.UTF8.GetBytes(arguments)).Result.Text, SerializerDispatch.Call(tool, arguments), Compact.Of(FunctionFactory.Call(factory, arguments))])
        {
            if (other != byHand)
            {
                throw new InvalidOperationException($"{SampleArguments.Names[tool]}: by hand it answers {byHand}, but {other}.");
            }
        }
    }
}
