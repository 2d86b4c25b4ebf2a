namespace GlmTools;

/// <summary>The form of the answer (protocol sheet 2.7). There is no JSON-schema form: declare a tool to get typed data.</summary>
/// <param name="Type"><c>text</c> or <c>json_object</c>.</param>
public sealed record GlmResponseFormat(string Type)
{
    /// <summary>Plain text: the service's default.</summary>
    public static GlmResponseFormat Text { get; } = new("text");

    /// <summary>A JSON object. The prompt should ask for JSON and describe it; it may still come in a code fence.</summary>
    public static GlmResponseFormat JsonObject { get; } = new("json_object");
}
