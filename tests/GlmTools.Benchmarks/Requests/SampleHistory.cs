using GlmTools.Benchmarks.Definitions;
using GlmTools.Benchmarks.Shapes;

namespace GlmTools.Benchmarks.Requests;

/// <summary>A conversation of twenty messages: questions, two calls each, their results, answers.</summary>
internal static class SampleHistory
{
    public const string Model = "glm-4.6";

    public const double Temperature = 0.6;

    private const int Length = 20;

    public static IReadOnlyList<GlmChatMessage> Messages { get; } = [.. Enumerate().Take(Length)];

    private static IEnumerable<GlmChatMessage> Enumerate()
    {
        yield return GlmChatMessage.System("You are a helpful assistant that answers questions about weather and orders. Use the tools when you need live data; be brief and precise.");
        for (var day = 0; ; day++)
        {
            var (weather, order) = (FormattableString.Invariant($"call_{day:D4}a"), FormattableString.Invariant($"call_{day:D4}b"));
            yield return GlmChatMessage.User(FormattableString.Invariant($"Question {day}: what's the weather in Beijing (北京), and can you \"place\" the usual order for delivery on day {day}? Please answer in one paragraph."));
            yield return GlmChatMessage.Assistant(null, [new(weather, HandDefinitions.NameOf(1), SampleArguments.Weather), new(order, HandDefinitions.NameOf(2), SampleArguments.Order)]);
            yield return GlmChatMessage.Tool(weather, """{"city":"Beijing","temperature":21.5,"unit":"Celsius","summary":"sunny"}""");
            yield return GlmChatMessage.Tool(order, """{"orderId":"ORD-2026-000123","total":292.98,"lineCount":3,"eta":"2026-01-02T03:04:05+00:00"}""");
            yield return GlmChatMessage.Assistant("It is 21.5 degrees and sunny in Beijing. I placed the usual order; the total is 292.98 and it arrives on 2 January 2026 at about 03:04 in the morning.");
        }
    }
}
