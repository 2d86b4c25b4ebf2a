using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>
/// Writes what a tool returns. A comma follows each value, and the end of what the value is in takes it back: so generated code need not
/// know which member came first, and writes names with the signs around them in one piece.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class ResultWriter : IBufferWriter<byte>
{
    private const int MinLength = 256;

    /// <summary>A longer buffer than this is not kept for the next result.</summary>
    private const int MaxKeptLength = 1 << 16;

    /// <summary>What JSON escapes, of the characters that are one byte.</summary>
    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\\u007f"u8);

    private byte[] _utf8 = new byte[MinLength];
    private int _length;
    private Utf8JsonWriter? _json;

    internal ResultWriter()
    {
    }

    /// <summary>What was written, without the comma behind it.</summary>
    internal ReadOnlySpan<byte> Written => _utf8.AsSpan(0, _length - 1);

    /// <inheritdoc cref="Written"/>
    internal ReadOnlyMemory<byte> WrittenMemory => _utf8.AsMemory(0, _length - 1);

    /// <summary>Writes JSON as it is.</summary>
    /// <param name="json">The JSON; a whole value ends with its comma.</param>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
    }

    /// <summary>Writes a name that is not known when the code is generated.</summary>
    /// <param name="name">The name.</param>
    public void Name(string name)
    {
        Write(name);
        _utf8[_length - 1] = (byte)':';
    }

    /// <summary>Ends an object or an array.</summary>
    /// <param name="bracket">The bracket that ends it.</param>
    public void End(char bracket)
    {
        if (_utf8[_length - 1] == ',')
        {
            _length--;
        }

        Room(1)[0] = (byte)bracket;
        Follow(1);
    }

    /// <summary>Writes a text, or <c>null</c>.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            Raw("null,"u8);
            return;
        }

        var room = Room(value.Length + 3);
        if (Ascii.FromUtf16(value, room[1..], out var length) == OperationStatus.Done && room.Slice(1, length).IndexOfAny(Escaped) < 0)
        {
            room[0] = (byte)'"';
            room[length + 1] = (byte)'"';
            room[length + 2] = (byte)',';
            _length += length + 3;
        }
        else
        {
            WriteEscaped(value);
        }
    }

    /// <summary>Writes a boolean.</summary>
    public void Write(bool value) => Raw(value ? "true,"u8 : "false,"u8);

    /// <summary>Writes an integer.</summary>
    public void Write(int value) => Write((long)value);

    /// <inheritdoc cref="Write(int)"/>
    public void Write(long value)
    {
        Utf8Formatter.TryFormat(value, Room(MaxNumberLength), out var length);
        Follow(length);
    }

    /// <inheritdoc cref="Write{T}(T)"/>
    public void Write(double value)
    {
        if (double.IsFinite(value))
        {
            Utf8Formatter.TryFormat(value, Room(MaxNumberLength), out var length);
            Follow(length);
        }
        else
        {
            WriteInfinite(value);
        }
    }

    /// <summary>Writes a number.</summary>
    public void Write(decimal value)
    {
        Utf8Formatter.TryFormat(value, Room(MaxNumberLength), out var length);
        Follow(length);
    }

    void IBufferWriter<byte>.Advance(int count) => _length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Room(sizeHint);
        return _utf8.AsMemory(_length);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Room(sizeHint);

    /// <summary>Writes a text that is not to be JSON.</summary>
    /// <returns>The text in UTF-8.</returns>
    internal ReadOnlyMemory<byte> Text(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetByteCount(text) + 1));
        Follow(length);
        return _utf8.AsMemory(_length - 1 - length, length);
    }

    /// <summary>Writes a value that is JSON already.</summary>
    internal void Value(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        Follow(json.Length);
    }

    /// <summary>Forgets what was written.</summary>
    internal void Clear()
    {
        _length = 0;
        if (_utf8.Length > MaxKeptLength)
        {
            _utf8 = new byte[MinLength];
        }
    }

    /// <summary>Takes over what was put into the room, and writes the comma behind it.</summary>
    private void Follow(int length)
    {
        _length += length;
        _utf8[_length++] = (byte)',';
    }

    private Span<byte> Room(int length)
    {
        if (_utf8.Length - _length <= length)
        {
            Array.Resize(ref _utf8, Math.Max(checked(_length + length + MinLength), (int)Math.Min(2L * _utf8.Length, Array.MaxLength)));
        }

        return _utf8.AsSpan(_length);
    }
}
