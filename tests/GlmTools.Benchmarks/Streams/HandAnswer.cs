using System.Text.Json;

namespace GlmTools.Benchmarks.Streams;

/// <summary>What came of an answer so far, in buffers that grow and are used again.</summary>
internal sealed class HandAnswer
{
    private const int MaxCalls = 16;

    private readonly byte[][] _arguments = [.. Enumerable.Range(0, MaxCalls).Select(static _ => new byte[1024])];
    private readonly int[] _lengths = new int[MaxCalls];
    private readonly string?[] _ids = new string?[MaxCalls];
    private readonly string?[] _names = new string?[MaxCalls];
    private char[] _text = new char[16384];
    private int _textLength;

    /// <summary>Whether each piece of text is made a string, as whoever shows it would want.</summary>
    public bool MakesStrings { get; init; }

    public bool IsDone { get; private set; }

    public int TotalTokens { get; private set; }

    /// <summary>How many characters and bytes there are.</summary>
    public int Length => _textLength + _lengths.Sum();

    public void Reset()
    {
        (_textLength, TotalTokens, IsDone) = (0, 0, false);
        Array.Clear(_lengths);
    }

    /// <summary>Takes a line of the stream.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("data: "u8))
        {
            return;
        }

        if (line[6] == '[')
        {
            IsDone = true;
            return;
        }

        var reader = new Utf8JsonReader(line[6..]);
        reader.Read();
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("choices"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    AddChoice(ref reader);
                }
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                reader.Read();
                ReadUsage(ref reader);
            }
            else
            {
                SkipMember(ref reader);
            }
        }
    }

    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static void SkipMember(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private void ReadUsage(ref Utf8JsonReader reader)
    {
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("total_tokens"u8))
            {
                reader.Read();
                TotalTokens = reader.GetInt32();
            }
            else
            {
                SkipMember(ref reader);
            }
        }
    }

    private void AddChoice(ref Utf8JsonReader reader)
    {
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("delta"u8))
            {
                reader.Read();
                AddDelta(ref reader);
            }
            else
            {
                SkipMember(ref reader);
            }
        }
    }

    private void AddDelta(ref Utf8JsonReader reader)
    {
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                reader.Read();
                AddText(ref reader);
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    AddCall(ref reader);
                }
            }
            else
            {
                SkipMember(ref reader);
            }
        }
    }

    private void AddText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return;
        }

        if (MakesStrings)
        {
            _textLength += reader.GetString()!.Length;
            return;
        }

        if (_textLength + reader.ValueSpan.Length > _text.Length)
        {
            Array.Resize(ref _text, 2 * (_textLength + reader.ValueSpan.Length));
        }

        _textLength += reader.CopyString(_text.AsSpan(_textLength));
    }

    private void AddCall(ref Utf8JsonReader reader)
    {
        var index = 0;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("index"u8))
            {
                reader.Read();
                index = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                _ids[index] = reader.GetString();
            }
            else if (reader.ValueTextEquals("function"u8))
            {
                reader.Read();
                AddFunction(ref reader, index);
            }
            else
            {
                SkipMember(ref reader);
            }
        }
    }

    private void AddFunction(ref Utf8JsonReader reader, int index)
    {
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                _names[index] = reader.GetString();
            }
            else if (reader.ValueTextEquals("arguments"u8))
            {
                reader.Read();
                AddArguments(ref reader, index);
            }
            else
            {
                SkipMember(ref reader);
            }
        }
    }

    private void AddArguments(ref Utf8JsonReader reader, int index)
    {
        ref var arguments = ref _arguments[index];
        ref var length = ref _lengths[index];
        if (length + reader.ValueSpan.Length > arguments.Length)
        {
            Array.Resize(ref arguments, 2 * (length + reader.ValueSpan.Length));
        }

        length += reader.CopyString(arguments.AsSpan(length));
    }
}
