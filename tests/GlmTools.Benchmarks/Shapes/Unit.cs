using System.Text.Json.Serialization;

namespace GlmTools.Benchmarks.Shapes;

[JsonConverter(typeof(JsonStringEnumConverter<Unit>))]
internal enum Unit
{
    Celsius,
    Fahrenheit,
}
