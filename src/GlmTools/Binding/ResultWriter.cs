using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
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
    public static void Write(Utf8JsonWriter json, long value) => json.WriteNumberValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, long)"/>
    public static void Write(Utf8JsonWriter json, ulong value) => json.WriteNumberValue(value);

    /// <summary>Writes a number; JSON has no infinities, so they and NaN become a text.</summary>
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

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    public static void Write(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes a number.</summary>
    public static void Write(Utf8JsonWriter json, decimal value) => json.WriteNumberValue(value);

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
