using System.Buffers;
using System.Text;

namespace GlmTools;

/// <summary>
/// What came of a tool call: what goes into the tool message, and what the developer may want to know about it. Bad
/// arguments and a throwing method are results too, never exceptions.
/// </summary>
public readonly struct GlmToolResult
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly string? _text;

    /// <summary>Creates a result.</summary>
    /// <param name="utf8">What goes into the tool message, in UTF-8. It is kept as it is: nothing may be written to it afterwards.</param>
    public GlmToolResult(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    internal GlmToolResult(string text) => _text = text;

    /// <summary>Whether the call failed: arguments that do not fit, or a method that threw.</summary>
    public bool IsError { get; init; }

    /// <summary>What goes into the tool message, as UTF-8. Where the call was made with text, it is encoded each time this is asked for.</summary>
    public ReadOnlyMemory<byte> Utf8 => _text is null ? _utf8 : Encoding.UTF8.GetBytes(_text);

    /// <summary>What goes into the tool message. Where the call was made with UTF-8, it is decoded each time this is asked for.</summary>
    public string Text => _text ?? Encoding.UTF8.GetString(_utf8.Span);

    /// <summary>The problems of the arguments, or <see langword="null"/> where they fit.</summary>
    public GlmToolError? Error { get; init; }

    /// <summary>What the method threw, or <see langword="null"/>. For the developer; the model never sees it.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What was normalised in the arguments before they fitted, one line each; empty where nothing was.</summary>
    public IReadOnlyList<string> Repairs { get => field ?? []; init; }

    /// <summary>The text of the tool message.</summary>
    public override string ToString() => Text;

    /// <summary>A failed call.</summary>
    /// <param name="text">What the model is told.</param>
    /// <param name="exception">What was thrown, for the developer.</param>
    public static GlmToolResult Failed(string text, Exception? exception = null)
        => new(Encoding.UTF8.GetBytes(text)) { IsError = true, Exception = exception };

    /// <summary>The same result with something added to what the model is told.</summary>
    internal GlmToolResult With(string note)
        => new(Encoding.UTF8.GetBytes(Text + note)) { IsError = IsError, Error = Error, Exception = Exception, Repairs = Repairs };

    /// <summary>The same result, its text written to a buffer of the caller if there is one.</summary>
    internal GlmToolResult To(IBufferWriter<byte>? output)
    {
        if (output is null)
        {
            return this;
        }

        output.Write(Utf8.Span);
        return new() { IsError = IsError, Error = Error, Exception = Exception, Repairs = Repairs };
    }

    internal static GlmToolResult Refused(GlmToolError error)
        => new(Encoding.UTF8.GetBytes(error.ToString())) { IsError = true, Error = error };
}
