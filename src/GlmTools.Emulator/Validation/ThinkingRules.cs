using System.Text.Json;
using GlmTools.Emulator.Http;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>What the models that always think refuse (protocol sheet 2.4).</summary>
internal static class ThinkingRules
{
    private static readonly HashSet<string> AlwaysThinking = new(["glm-5.3", "glm-5.3-flash", "glm-5.3-flashx"], StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ApiError> Check(JsonElement body)
    {
        if (body.Text("model") is not { } model || !AlwaysThinking.Contains(model))
        {
            yield break;
        }

        if (body.Find("thinking")?.Text("type") is "disabled")
        {
            yield return BadRequest.Parameter("thinking.type", $"'enabled' for {model}, which always thinks");
        }

        if (body.Text("reasoning_effort") is not (null or "low" or "high" or "max"))
        {
            yield return BadRequest.Parameter("reasoning_effort", $"one of low, high, max for {model}");
        }
    }
}
