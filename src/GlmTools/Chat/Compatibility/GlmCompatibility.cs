namespace GlmTools;

/// <summary>
/// What is at the base address: the service, or a server that runs the weights of a GLM model and speaks the OpenAI dialect
/// (protocol sheet 12). It decides about what is sent; what comes is read in all of its forms anyway.
/// </summary>
/// <remarks>
/// A server that is not the service gets no field that only the service knows, and no limit of the service holds: nothing is
/// checked before it is sent. For another server, start from the nearest one and change it with <see langword="with"/>.
/// </remarks>
public sealed record GlmCompatibility
{
    private GlmCompatibility()
    {
    }

    /// <summary>The service of Zhipu or Z.ai.</summary>
    public static GlmCompatibility Service { get; } = new();

    /// <summary>vLLM, started with <c>--enable-auto-tool-choice</c>, a <c>--tool-call-parser</c> and a <c>--reasoning-parser</c>.</summary>
    public static GlmCompatibility Vllm { get; } = new() { IsLocal = true, Thinking = GlmThinkingForm.TemplateArguments };

    /// <summary>SGLang, started with a <c>--tool-call-parser</c> and a <c>--reasoning-parser</c>.</summary>
    public static GlmCompatibility SgLang { get; } = Vllm with { };

    /// <summary>The server of llama.cpp, started with <c>--jinja</c>.</summary>
    public static GlmCompatibility LlamaCpp { get; } = Vllm with { TakesReasoningEffort = true };

    /// <summary>Ollama at its <c>/v1</c>.</summary>
    public static GlmCompatibility Ollama { get; } = Vllm with { Thinking = GlmThinkingForm.Suffix };

    /// <summary>How it is told whether the model is to think.</summary>
    public GlmThinkingForm Thinking { get; init; }

    /// <summary>
    /// Whether the arguments of former calls are sent as objects instead of as strings that hold one: for servers that hand
    /// them to the model's chat template as they come. Default: no.
    /// </summary>
    public bool ArgumentsAsObjects { get; init; }

    /// <summary>
    /// Whether an effort that lets the model think is sent as <c>reasoning_effort</c>. Default: yes for llama.cpp, which hands it to the
    /// model's chat template whatever it is; no for the others, of which that is not known.
    /// </summary>
    public bool TakesReasoningEffort { get; init; }

    internal bool IsLocal { get; private init; }
}
