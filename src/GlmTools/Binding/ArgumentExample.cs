using System.Buffers;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>Derives the smallest arguments that fit from a schema: the model learns more from an example than from rules.</summary>
internal sealed class ArgumentExample
{
    /// <summary>The longest example, in bytes; a longer one would bury the problems.</summary>
    private const int MaxLength = 1000;

    /// <summary>No example goes deeper; a schema that demands itself would go on for ever.</summary>
    private const int MaxDepth = 16;

    private readonly JsonElement _schema;
    private readonly ArrayBufferWriter<byte> _output = new();
    private readonly Utf8JsonWriter _json;

    private ArgumentExample(JsonElement schema)
    {
        _schema = schema;
        _json = new(_output, ToolJson.Compact);
    }

    /// <summary>The example; <see langword="null"/> where a rule such as a pattern leaves none to derive, or where it gets too long.</summary>
    /// <param name="schema">The schema of the arguments.</param>
    public static string? Of(JsonElement schema)
    {
        var example = new ArgumentExample(schema);
        if (!example.TryWrite(schema, 0))
        {
            return null;
        }

        example._json.Flush();
        return example._output.WrittenCount <= MaxLength ? Encoding.UTF8.GetString(example._output.WrittenSpan) : null;
    }

    private bool TryWrite(JsonElement schema, int depth)
    {
        if (depth > MaxDepth || _json.BytesPending + _json.BytesCommitted > MaxLength)
        {
            return false;
        }

        if (Constant(schema) is { } constant)
        {
            constant.WriteTo(_json);
            return true;
        }

        if (Other(schema) is { } other)
        {
            return TryWrite(other, depth + 1);
        }

        switch (schema.TryGetProperty("type"u8, out var type) ? type.GetString() : "string")
        {
            case "object":
                return TryWriteObject(schema, depth);
            case "array":
                return TryWriteArray(schema, depth);
            case "string" when ExampleValue.String(schema, MaxLength) is { } text:
                _json.WriteStringValue(text);
                return true;
            case "integer" or "number" when ExampleValue.Number(schema) is { } number:
                _json.WriteNumberValue(number);
                return true;
            case "boolean":
                _json.WriteBooleanValue(true);
                return true;
            default:
                return false;
        }
    }

    // The value the schema itself names.
    private static JsonElement? Constant(JsonElement schema)
    {
        if (schema.TryGetProperty("default"u8, out var constant) || schema.TryGetProperty("const"u8, out constant))
        {
            return constant;
        }

        return schema.TryGetProperty("enum"u8, out var names) && names.GetArrayLength() > 0 ? names[0] : null;
    }

    // The schema that stands somewhere else, or the first of several.
    private JsonElement? Other(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref"u8, out _))
        {
            return SchemaPlace.Resolve(_schema, schema);
        }

        return schema.TryGetProperty("anyOf"u8, out var choices) || schema.TryGetProperty("oneOf"u8, out choices) ? choices[0] : null;
    }

    private bool TryWriteObject(JsonElement schema, int depth)
    {
        var required = schema.TryGetProperty("required"u8, out var names) ? names.EnumerateArray() : default;
        if (required.Count() < ExampleValue.Integer(schema, "minProperties"u8))
        {
            return false;
        }

        _json.WriteStartObject();
        foreach (var name in required)
        {
            _json.WritePropertyName(name.GetString()!);
            if (!TryWrite(schema.GetProperty("properties"u8).GetProperty(name.GetString()!), depth + 1))
            {
                return false;
            }
        }

        _json.WriteEndObject();
        return true;
    }

    private bool TryWriteArray(JsonElement schema, int depth)
    {
        var count = ExampleValue.Integer(schema, "minItems"u8) ?? 0;
        if (count > 1 && schema.TryGetProperty("uniqueItems"u8, out _))
        {
            return false;
        }

        _json.WriteStartArray();
        for (var i = 0; i < count; i++)
        {
            if (!TryWrite(schema.GetProperty("items"u8), depth + 1))
            {
                return false;
            }
        }

        _json.WriteEndArray();
        return true;
    }
}
