namespace GlmTools;

/// <summary>How a server is told whether the model is to think.</summary>
public enum GlmThinkingForm
{
    /// <summary>By the field <c>thinking</c>, as the service is.</summary>
    Field,

    /// <summary>By <c>chat_template_kwargs</c>, which go to the model's own chat template (protocol sheet 12.1).</summary>
    TemplateArguments,

    /// <summary>By <c>/nothink</c> behind what the user said last, which the model's chat template knows (protocol sheet 12.1). That it should think cannot be told.</summary>
    Suffix,
}
