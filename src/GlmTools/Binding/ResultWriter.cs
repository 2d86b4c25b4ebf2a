using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace GlmTools.Binding;

/// <summary>Writes the values that are a single token, in the form in which <see cref="ArgumentReader"/> reads them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultWriter
{
    /// <summary>Writes a text, or <c>null</c>.</summary>
    public static void Write(Utf8JsonWriter json, string? value) => json.WriteStringValue(value);

    /// <summary>Writes a character.</summary>
    public static void Write(Utf8JsonWriter json, char value) => json.WriteStringValue(new ReadOnlySpan<char>(in value));

    /// <summary>Writes a boolean.</summary>
    public static void Write(Utf8JsonWriter json, bool value) => json.WriteBooleanValue(value);

    /// <summary>Writes an integer.</summary>
    public static void Write(Utf8JsonWriter json, int value) => json.WriteNumberValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, int)"/>
    public static void Write(Utf8JsonWriter json, long value) => json.WriteNumberValue(value);

    /// <summary>Writes a number.</summary>
    public static void Write(Utf8JsonWriter json, decimal value) => json.WriteNumberValue(value);

    /// <summary>Writes a number of any kind; JSON has no infinities, so they and NaN become a text.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="value">The number.</param>
    public static void Write<T>(Utf8JsonWriter json, T value)
        where T : struct, INumber<T>
    {
        var text = value.ToString(null, CultureInfo.InvariantCulture);
        if (T.IsFinite(value))
        {
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    /// <inheritdoc cref="Write{T}(Utf8JsonWriter, T)"/>
    public static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes bytes in base64.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> value) => json.WriteBase64StringValue(value.Span);

    /// <inheritdoc cref="Write(Utf8JsonWriter, ReadOnlyMemory{byte})"/>
    public static void Write(Utf8JsonWriter json, byte[] value) => json.WriteBase64StringValue(value);

    /// <summary>Writes a version.</summary>
    public static void Write(Utf8JsonWriter json, Version value) => json.WriteStringValue(value.ToString());

    /// <summary>Writes JSON as it is.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement value) => value.WriteTo(json);

    /// <inheritdoc cref="Write(Utf8JsonWriter, JsonElement)"/>
    public static void Write(Utf8JsonWriter json, JsonNode value) => value.WriteTo(json);

    /// <summary>Writes an ISO 8601 date and time.</summary>
    public static void Write(Utf8JsonWriter json, DateTime value) => json.WriteStringValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, DateTime)"/>
    public static void Write(Utf8JsonWriter json, DateTimeOffset value) => json.WriteStringValue(value);

    /// <summary>Writes an ISO 8601 date.</summary>
    public static void Write(Utf8JsonWriter json, DateOnly value) => json.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Writes an ISO 8601 time of day.</summary>
    public static void Write(Utf8JsonWriter json, TimeOnly value) => json.WriteStringValue(value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    /// <summary>Writes an ISO 8601 duration.</summary>
    public static void Write(Utf8JsonWriter json, TimeSpan value) => json.WriteStringValue(XmlConvert.ToString(value));

    /// <summary>Writes a UUID.</summary>
    public static void Write(Utf8JsonWriter json, Guid value) => json.WriteStringValue(value);

    /// <summary>Writes a URI, or <c>null</c>.</summary>
    public static void Write(Utf8JsonWriter json, Uri? value) => json.WriteStringValue(value?.OriginalString);
}
