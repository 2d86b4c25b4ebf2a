using System.Buffers;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>
/// What the binder read otherwise than it was written: quotes that were no part of a number, keys the schema does not have. Only who
/// asks for the arguments without the call wants to see them so.
/// </summary>
internal sealed class ArgumentCorrections
{
    private readonly Dictionary<long, byte[]?> _tokens = [];

    /// <summary>Notes what a token was read as.</summary>
    /// <param name="start">Where the token begins.</param>
    /// <param name="json">What it was read as; <see langword="null"/> for a key or a value whose member was ignored.</param>
    public void Add(long start, byte[]? json) => _tokens[start] = json;

    /// <summary>The arguments as they were read.</summary>
    /// <param name="utf8">The arguments as they were written.</param>
    public byte[] Apply(ReadOnlySpan<byte> utf8)
    {
        var output = new ArrayBufferWriter<byte>(utf8.Length);
        using var json = new Utf8JsonWriter(output, ToolJson.Compact);
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when IsIgnored(reader):
                    reader.Skip();
                    break;
                case JsonTokenType.PropertyName:
                    json.WritePropertyName(NameOf(ref reader));
                    break;
                case JsonTokenType.StartObject:
                    json.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    json.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    json.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    json.WriteEndArray();
                    break;
                default:
                    var written = utf8[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];
                    json.WriteRawValue(_tokens.GetValueOrDefault(reader.TokenStartIndex) ?? written, skipInputValidation: true);
                    break;
            }
        }

        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    // A key is unknown by itself, and a null is left out by its value.
    private bool IsIgnored(Utf8JsonReader reader)
    {
        if (_tokens.TryGetValue(reader.TokenStartIndex, out var key))
        {
            return key is null;
        }

        reader.Read();
        return _tokens.TryGetValue(reader.TokenStartIndex, out var value) && value is null;
    }

    private string NameOf(ref Utf8JsonReader reader)
    {
        if (_tokens.GetValueOrDefault(reader.TokenStartIndex) is not { } read)
        {
            return reader.GetString()!;
        }

        var name = new Utf8JsonReader(read);
        name.Read();
        return name.GetString()!;
    }
}
