using System.Reflection;
using System.Runtime.CompilerServices;
using GlmTools.Benchmarks.Dispatching;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Startup;

/// <summary>
/// Programs with ten tools that call one of them. A method each, so that the runtime loads and compiles for one of them nothing of the
/// others.
/// </summary>
internal static class Variants
{
    // Never inlined, nor compiled for the empty program.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Creation Run(string[] args) => args[0] switch
    {
        "hand" => ByHand(),
        "glmtools" => GlmTools(),
        "serializer" => Serializer(),
        "factory" => Factory(),
        "njsonschema" => NJsonSchemas(),
        "library" => Library(args[1]),
        _ => throw new ArgumentException($"There is no program '{args[0]}'."),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Creation ByHand()
    {
        var creation = Creation.Of(HandTable.Create);
        HandDispatch.Call(1, Weather());
        return creation;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Creation GlmTools()
    {
        var creation = Creation.Of(OwnTools.Create);
        return OwnTools.Call(Weather()) ? creation : throw new InvalidOperationException("The call failed.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Creation Serializer()
    {
        var creation = Creation.Of(HandTable.Create);
        SerializerDispatch.Call(1, SampleArguments.Weather);
        return creation;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Creation Factory()
    {
        var creation = Creation.Of(FactoryTools.Create);
        FactoryTools.Call(SampleArguments.Weather);
        return creation;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Creation NJsonSchemas() => Creation.Of(NJsonSchemaTools.Create);

    // Loaded before the clock starts, as it would be with the program.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Creation Library(string path) => Creation.Of(Assembly.LoadFrom(path).GetType("Made", throwOnError: true)!.GetMethod("Create")!.CreateDelegate<Func<int>>());

    private static byte[] Weather() => """{"city":"Beijing","unit":"Celsius"}"""u8.ToArray();
}
