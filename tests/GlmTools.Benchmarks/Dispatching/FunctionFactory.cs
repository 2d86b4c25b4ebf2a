using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GlmTools.Benchmarks.Shapes;
using Microsoft.Extensions.AI;

namespace GlmTools.Benchmarks.Dispatching;

/// <summary>AIFunctionFactory of Microsoft.Extensions.AI, called the way its OpenAI adapter calls a function.</summary>
internal static class FunctionFactory
{
    private static readonly JsonTypeInfo<IDictionary<string, object?>> Arguments =
        (JsonTypeInfo<IDictionary<string, object?>>)AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>));

    private static readonly JsonTypeInfo Result = AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object));

    /// <summary>The sample tools by reflection.</summary>
    public static AIFunction[] Create() => Create(null);

    /// <summary>The sample tools with the types' metadata from System.Text.Json's source generator.</summary>
    public static AIFunction[] CreateWithMetadata()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(ParameterContext.Default, AIJsonUtilities.DefaultOptions.TypeInfoResolver),
        };
        options.MakeReadOnly();
        return Create(options);
    }

    /// <summary>From text to text.</summary>
    public static string Call(AIFunction function, string arguments)
    {
        var result = CallReady(function, ReadyArguments(arguments));
        return result as string ?? JsonSerializer.Serialize(result, Result);
    }

    /// <summary>With arguments that are parsed already.</summary>
    public static object? CallReady(AIFunction function, AIFunctionArguments arguments)
    {
        var call = function.InvokeAsync(arguments);
        return call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Arguments as an adapter passes them: one <see cref="JsonElement"/> each.</summary>
    public static AIFunctionArguments ReadyArguments(string arguments) => new(JsonSerializer.Deserialize(arguments, Arguments)!);

    private static AIFunction[] Create(JsonSerializerOptions? options)
    {
        Delegate[] methods = [SampleTools.GetStatus, SampleTools.GetWeather, SampleTools.PlaceOrder, SampleTools.Search];
        return [.. methods.Select(method => AIFunctionFactory.Create(method, new AIFunctionFactoryOptions { SerializerOptions = options }))];
    }
}
