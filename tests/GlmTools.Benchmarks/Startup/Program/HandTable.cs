using GlmTools.Benchmarks.Definitions;

namespace GlmTools.Benchmarks.Startup;

/// <summary>The limit: one small object a tool, over bytes that are in the program already.</summary>
internal sealed class HandTable
{
    private readonly int _index;
    private readonly int _shape;

    private HandTable(int index, int shape)
    {
        _index = index;
        _shape = shape;
    }

    private ReadOnlySpan<byte> Definition => HandDefinitions.Utf8(_shape);

    public static int Create()
    {
        var tools = new HandTable[10];
        var length = 0;
        for (var i = 0; i < tools.Length; i++)
        {
            tools[i] = new(i, i % 4);
            length += tools[i].Definition.Length + tools[i]._index;
        }

        return length;
    }
}
