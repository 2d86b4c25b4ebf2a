namespace GlmTools;

/// <summary>Lets the service look things up in a knowledge base (protocol sheet 2.5).</summary>
/// <param name="KnowledgeId">The id of the knowledge base.</param>
public sealed record GlmRetrievalTool(string KnowledgeId) : GlmServerTool
{
    /// <inheritdoc/>
    public override string Type => "retrieval";

    /// <summary>How what was found becomes a prompt, with the places <c>{{knowledge}}</c> and <c>{{question}}</c>; the service's own where it is left out.</summary>
    public string? PromptTemplate { get; init; }
}
