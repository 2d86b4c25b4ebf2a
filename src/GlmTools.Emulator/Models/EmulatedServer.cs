namespace GlmTools.Emulator;

/// <summary>Whose wire the emulator speaks: that of the service, or that of a server that runs the weights of a GLM model (protocol sheet 12).</summary>
public enum EmulatedServer
{
    /// <summary>The service.</summary>
    Service,

    /// <summary>vLLM.</summary>
    Vllm,

    /// <summary>SGLang.</summary>
    SgLang,

    /// <summary>The server of llama.cpp.</summary>
    LlamaCpp,

    /// <summary>Ollama at its <c>/v1</c>.</summary>
    Ollama,
}
