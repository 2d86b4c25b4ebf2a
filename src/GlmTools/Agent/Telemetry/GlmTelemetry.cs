namespace GlmTools;

/// <summary>
/// The names under which agents report what they do, after the semantic conventions of OpenTelemetry for generative AI: spans
/// <c>invoke_agent</c>, <c>chat</c> and <c>execute_tool</c>, and histograms of tokens and durations.
/// </summary>
public static class GlmTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>, for <c>AddSource</c>.</summary>
    public const string SourceName = "GlmTools";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>, for <c>AddMeter</c>.</summary>
    public const string MeterName = "GlmTools";

    /// <summary>The value of <c>gen_ai.provider.name</c>. The conventions list none for GLM; it is the same for open.bigmodel.cn and z.ai.</summary>
    public const string ProviderName = "zhipu";
}
