using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml;

namespace GlmTools.Binding;

/// <content>The values that are less common, in the form in which <see cref="ArgumentReader"/> reads them.</content>
public sealed partial class ResultWriter
{
    /// <summary>Longer than a number of 64 or 128 bits can be.</summary>
    private const int MaxNumberLength = 48;

    /// <summary>The framework's writer, for what is not written often enough to be written here.</summary>
    private Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(this, ToolJson.Compact);

    /// <summary>Writes a character.</summary>
    public void Write(char value)
    {
        Json.WriteStringValue(new ReadOnlySpan<char>(in value));
        Follow(Json);
    }

    /// <summary>Writes a number of any kind; JSON has no infinities, so they and NaN become a text.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    public void Write<T>(T value)
        where T : struct, INumber<T>
    {
        if (T.IsFinite(value))
        {
            Text(value.ToString(null, CultureInfo.InvariantCulture));
        }
        else
        {
            WriteInfinite(value);
        }
    }

    /// <summary>Writes bytes in base64.</summary>
    public void Write(ReadOnlyMemory<byte> value)
    {
        Json.WriteBase64StringValue(value.Span);
        Follow(Json);
    }

    /// <inheritdoc cref="Write(ReadOnlyMemory{byte})"/>
    public void Write(byte[] value) => Write((ReadOnlyMemory<byte>)value);

    /// <summary>Writes a version.</summary>
    public void Write(Version value) => Write(value.ToString());

    /// <summary>Writes JSON as it is.</summary>
    public void Write(JsonElement value)
    {
        value.WriteTo(Json);
        Follow(Json);
    }

    /// <inheritdoc cref="Write(JsonElement)"/>
    public void Write(JsonNode value)
    {
        value.WriteTo(Json);
        Follow(Json);
    }

    /// <summary>Writes an ISO 8601 date and time.</summary>
    public void Write(DateTime value)
    {
        Json.WriteStringValue(value);
        Follow(Json);
    }

    /// <inheritdoc cref="Write(DateTime)"/>
    public void Write(DateTimeOffset value)
    {
        Json.WriteStringValue(value);
        Follow(Json);
    }

    /// <summary>Writes an ISO 8601 date.</summary>
    public void Write(DateOnly value) => Write(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Writes an ISO 8601 time of day.</summary>
    public void Write(TimeOnly value) => Write(value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    /// <summary>Writes an ISO 8601 duration.</summary>
    public void Write(TimeSpan value) => Write(XmlConvert.ToString(value));

    /// <summary>Writes a UUID.</summary>
    public void Write(Guid value) => Write(value.ToString());

    /// <summary>Writes a URI, or <c>null</c>.</summary>
    public void Write(Uri? value) => Write(value?.OriginalString);

    /// <summary>Writes a value of a type that is only known when the program runs.</summary>
    internal void Write(object? value, JsonTypeInfo type)
    {
        JsonSerializer.Serialize(Json, value, type);
        Follow(Json);
    }

    private void WriteEscaped(string text)
    {
        Json.WriteStringValue(text);
        Follow(Json);
    }

    private void WriteInfinite<T>(T value)
        where T : struct, INumber<T>
        => Write(value.ToString(null, CultureInfo.InvariantCulture));

    private void Follow(Utf8JsonWriter json)
    {
        json.Flush();
        json.Reset();
        Follow(0);
    }
}
