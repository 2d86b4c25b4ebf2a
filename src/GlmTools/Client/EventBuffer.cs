using System.Buffers;

namespace GlmTools;

/// <summary>
/// Server-sent events, read where they arrive: the data of an event is handed out as it lies in the buffer, without a step or an object in between,
/// because a stream has thousands of them.
/// </summary>
/// <param name="body">The stream of events.</param>
internal sealed class EventBuffer(Stream body) : IDisposable
{
    private const int FirstLength = 16 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstLength);

    // Where the event begins that is not complete yet, and how much of it was read.
    private int _start;
    private int _read;
    private int _end;

    private bool _hasBegun;
    private bool _endedWithReturn;
    private bool _isError;
    private (int Start, int Length)? _data;
    private ArrayBufferWriter<byte>? _lines;

    /// <summary>What has arrived and was not handed out yet.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start.._end);

    /// <summary>Whether the event that was handed out last calls itself an error.</summary>
    public bool IsError { get; private set; }

    /// <summary>Waits for more bytes.</summary>
    /// <returns>Whether some came; if not, that was all.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await body.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }

    /// <summary>Goes to the next event that has data. One that the end of the stream cuts off is none.</summary>
    /// <param name="data">Its data, lines joined by <c>\n</c>. It is there until more bytes are waited for.</param>
    /// <returns>Whether one has arrived.</returns>
    public bool TryRead(out ReadOnlySpan<byte> data)
    {
        while (TryReadLine(out var line))
        {
            if (!line.IsEmpty)
            {
                Add(line);
                continue;
            }

            var length = _read;
            (_start, _read) = (_start + length, 0);
            if (_data is { } at)
            {
                data = _lines is not null ? _lines.WrittenSpan : _bytes.AsSpan(_start - length + at.Start, at.Length);
                (IsError, _isError, _data, _lines) = (_isError, false, null, null);
                return true;
            }
        }

        data = default;
        return false;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    /// <summary>Reads a line that has arrived with its end, which is any of the three there are.</summary>
    private bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        var rest = _bytes.AsSpan((_start + _read).._end);
        if (_endedWithReturn && !rest.IsEmpty)
        {
            _endedWithReturn = false;
            if (rest[0] == '\n')
            {
                _read++;
                rest = rest[1..];
            }
        }

        var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
        {
            line = default;
            return false;
        }

        line = rest[..length];
        _read += length + 1;
        _endedWithReturn = rest[length] == '\r';
        return true;
    }

    /// <summary>Adds a line to the event. A comment and a field that chats do not use say nothing.</summary>
    private void Add(ReadOnlySpan<byte> line)
    {
        if (!_hasBegun && line.StartsWith("\uFEFF"u8))
        {
            line = line["\uFEFF"u8.Length..];
        }

        _hasBegun = true;
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? [] : line[(colon + 1)..];
        if (value.StartsWith(" "u8))
        {
            value = value[1..];
        }

        if (name.SequenceEqual("data"u8))
        {
            AddData(value);
        }
        else if (name.SequenceEqual("event"u8))
        {
            _isError = value.SequenceEqual("error"u8);
        }
    }

    private void AddData(ReadOnlySpan<byte> value)
    {
        if (_data is not { } first)
        {
            // The value goes up to the end of the line, which is one byte long.
            _data = (_read - 1 - value.Length, value.Length);
            return;
        }

        if (_lines is null)
        {
            _lines = new();
            _lines.Write(_bytes.AsSpan(_start + first.Start, first.Length));
        }

        _lines.Write("\n"u8);
        _lines.Write(value);
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_bytes);
            (_start, _end) = (0, _end - _start);
        }

        // A read is not to be for a few bytes only.
        if (_end > _bytes.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            Unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
