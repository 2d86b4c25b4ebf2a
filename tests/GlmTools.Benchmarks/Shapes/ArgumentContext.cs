using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools.Benchmarks.Shapes;

/// <summary>System.Text.Json's own generator at work on the same shapes, as strict as it can be made.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StatusArguments))]
[JsonSerializable(typeof(WeatherArguments))]
[JsonSerializable(typeof(OrderArguments))]
[JsonSerializable(typeof(SearchArguments))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(Weather))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(SearchResult))]
internal sealed partial class ArgumentContext : JsonSerializerContext;
