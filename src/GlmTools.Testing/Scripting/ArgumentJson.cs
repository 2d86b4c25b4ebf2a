using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using GlmTools.Binding;
using GlmTools.Generators.Parsing;

namespace GlmTools.Testing;

/// <summary>Writes values as the schema of a tool has them: enums by name, flags as lists, durations in ISO 8601, unions with their discriminator.</summary>
internal static class ArgumentJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IncludeFields = true,
        Encoder = RawTextEncoder.Instance,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { FindCases } },
        Converters = { new FlagsConverter(), new JsonStringEnumConverter(), new DurationConverter(), new UriConverter(), new BigIntegerConverter(), new TupleConverter() },
    };

    /// <exception cref="NotSupportedException">The value has no form in JSON.</exception>
    public static void Write(Utf8JsonWriter json, ParameterInfo parameter, object value)
    {
        if (value is ITuple tuple && parameter.GetCustomAttribute<TupleElementNamesAttribute>() is { } names)
        {
            WriteTuple(json, tuple, names.TransformNames);
            return;
        }

        JsonSerializer.Serialize(json, value, parameter.ParameterType, Options);
    }

    // Only what declares a tuple knows the names of its elements.
    private static void WriteTuple(Utf8JsonWriter json, ITuple tuple, IList<string?> names)
    {
        json.WriteStartObject();
        for (var i = 0; i < tuple.Length; i++)
        {
            if (tuple[i] is { } element)
            {
                json.WritePropertyName(ToolNames.ForMember(names[i] ?? $"Item{i + 1}"));
                JsonSerializer.Serialize(json, element, element.GetType(), Options);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>The cases of a closed union that are not listed: what derives from an abstract type beside it, by the rules of the generator.</summary>
    private static void FindCases(JsonTypeInfo info)
    {
        var type = info.Type;
        if (info.Kind is not JsonTypeInfoKind.Object || !type.IsAbstract || info.PolymorphismOptions is { DerivedTypes.Count: > 0 })
        {
            return;
        }

        var cases = type.Assembly.GetTypes()
            .Where(candidate => !candidate.IsAbstract && candidate.IsAssignableTo(type) && candidate.Namespace == type.Namespace
                && (candidate.DeclaringType == type || candidate.DeclaringType == type.DeclaringType))
            .ToArray();
        if (cases.Length == 0)
        {
            return;
        }

        info.PolymorphismOptions ??= new();
        foreach (var found in cases)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new(found, found.Name));
        }
    }

    private sealed class DurationConverter : WritingConverter<TimeSpan>
    {
        public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(XmlConvert.ToString(value));
    }

    // .NET takes what is no URI by the letter, such as one with a blank; the binder does not.
    private sealed class UriConverter : WritingConverter<Uri>
    {
        public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options)
            => writer.WriteStringValue(value.IsAbsoluteUri && !value.IsWellFormedOriginalString() ? value.AbsoluteUri : value.OriginalString);
    }

    private sealed class BigIntegerConverter : WritingConverter<BigInteger>
    {
        public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) => writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    private sealed class TupleConverter : WritingConverter<ITuple>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ITuple)) && typeToConvert.IsValueType;

        public override void Write(Utf8JsonWriter writer, ITuple value, JsonSerializerOptions options)
            => throw new NotSupportedException("A tuple inside another value does not know the names of its elements.");
    }

    private sealed class FlagsConverter : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && typeToConvert.IsDefined(typeof(FlagsAttribute), inherit: false);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(FlagsConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class FlagsConverter<T> : WritingConverter<T>
        where T : struct, Enum
    {
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var bit in Bits.Where(bit => value.HasFlag(Value(bit))))
            {
                writer.WriteStringValue(bit.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? bit.Name);
            }

            writer.WriteEndArray();
        }

        // Only single bits are names to the model; of names that share a bit, the first one stands for all.
        private static IEnumerable<FieldInfo> Bits
            => typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).DistinctBy(Value)
                .Where(static bit => BitOperations.IsPow2(ulong.Parse(Value(bit).ToString("X"), NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

        private static T Value(FieldInfo member) => (T)member.GetValue(null)!;
    }

    private abstract class WritingConverter<T> : JsonConverter<T>
    {
        public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
