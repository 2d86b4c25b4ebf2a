using GlmTools.Binding;

namespace GlmTools.Tests.Binding;

public sealed class HappyPathTests
{
    [Fact]
    public void A_valid_call_allocates_nothing_that_a_call_which_binds_nothing_does_not()
    {
        var bound = QuietTools.Tools[0];
        var unbound = new GlmToolSet(new UnboundDispatcher())[0];
        ReadOnlyMemory<byte> arguments = """{"number": 1, "flag": true}"""u8.ToArray();

        Assert.Equal(BytesPerCall(unbound, arguments), BytesPerCall(bound, arguments));
    }

    [Fact]
    public void A_repaired_call_is_seen_by_the_same_measure()
    {
        var tool = QuietTools.Tools[0];

        Assert.True(BytesPerCall(tool, """{"number": "1"}"""u8.ToArray()) > BytesPerCall(tool, """{"number": 1}"""u8.ToArray()));
    }

    private static long BytesPerCall(GlmTool tool, ReadOnlyMemory<byte> arguments)
    {
        const int Calls = 100;
        Call(tool, arguments, Calls);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Call(tool, arguments, Calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private static void Call(GlmTool tool, ReadOnlyMemory<byte> arguments, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var call = tool.InvokeAsync(arguments);
            Assert.True(call.IsCompletedSuccessfully);
            Assert.False(call.GetAwaiter().GetResult().IsError);
        }
    }

    /// <summary>Calls nothing and reads nothing.</summary>
    private sealed class UnboundDispatcher : GlmToolDispatcher
    {
        protected override ReadOnlySpan<byte> Definitions => """{"type":"function","function":{"name":"unbound","description":"","parameters":{"type":"object","properties":{}}}}"""u8;

        protected override ReadOnlySpan<int> Ends => new[] { Definitions.Length };

        protected override ReadOnlySpan<int> EstimatedTokens => [28];

        public override ValueTask InvokeAsync(int index, GlmToolInvocation call)
        {
            call.Return("ok");
            return default;
        }
    }
}
