using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>
/// The limit: what one writes by hand for exactly these four tools, with a reader over the bytes and a writer that is used again. It checks
/// what it needs to call the method, and nothing more.
/// </summary>
internal static class HandDispatch
{
    private const int StackLimit = 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>The result of the last call on this thread.</summary>
    public static ReadOnlySpan<byte> Written => _buffer!.WrittenSpan;

    /// <summary>Calls a tool with the text of its arguments.</summary>
    public static string Call(int tool, string arguments)
    {
        var max = arguments.Length * 3;
        var rented = max > StackLimit ? ArrayPool<byte>.Shared.Rent(max) : null;
        var utf8 = rented is null ? stackalloc byte[StackLimit] : rented;
        try
        {
            Call(tool, utf8[..Encoding.UTF8.GetBytes(arguments, utf8)]);
            return Encoding.UTF8.GetString(Written);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    /// <summary>Calls a tool with the bytes of its arguments.</summary>
    /// <returns>How long the result is.</returns>
    public static int Call(int tool, ReadOnlySpan<byte> arguments)
    {
        var writer = Begin();
        switch (tool)
        {
            case 0:
                HandTools.GetStatus(arguments, writer);
                break;
            case 1:
                HandTools.GetWeather(arguments, writer);
                break;
            case 2:
                HandTools.PlaceOrder(arguments, writer);
                break;
            default:
                HandSearch.Search(arguments, writer);
                break;
        }

        writer.Flush();
        return _buffer!.WrittenCount;
    }

    private static Utf8JsonWriter Begin()
    {
        if (_buffer is null)
        {
            _buffer = new(StackLimit);
            _writer = new(_buffer, new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        }

        _buffer.ResetWrittenCount();
        _writer!.Reset(_buffer);
        return _writer;
    }
}
