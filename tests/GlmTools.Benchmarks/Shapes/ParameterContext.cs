using System.Text.Json;
using System.Text.Json.Serialization;

namespace GlmTools.Benchmarks.Shapes;

/// <summary>The types of parameters and results one by one, for contenders that take each parameter by itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Unit))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(Weather))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(SearchResult))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(float))]
[JsonSerializable(typeof(decimal))]
internal sealed partial class ParameterContext : JsonSerializerContext;
