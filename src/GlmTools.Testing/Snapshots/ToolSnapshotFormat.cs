namespace GlmTools.Testing;

/// <summary>How a snapshot is written.</summary>
public enum ToolSnapshotFormat
{
    /// <summary>The <c>tools</c> array as it goes over the wire, laid out for reading: <c>.verified.json</c>.</summary>
    Json,

    /// <summary>A page for people, as <see cref="ToolMarkdown"/> writes it: <c>.verified.md</c>.</summary>
    Markdown,
}
