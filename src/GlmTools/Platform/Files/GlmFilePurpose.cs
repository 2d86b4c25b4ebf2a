using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>What a file is for (protocol sheet 8.7). One this version does not know is kept as it came.</summary>
/// <param name="Value">The text on the wire.</param>
[JsonConverter(typeof(FilePurposeConverter))]
public readonly record struct GlmFilePurpose(string Value)
{
    /// <summary>Requests for a batch, and the results of one: a .jsonl file of up to 100 MB.</summary>
    public static GlmFilePurpose Batch { get; } = new("batch");

    /// <summary>For the code interpreter.</summary>
    public static GlmFilePurpose CodeInterpreter { get; } = new("code-interpreter");

    /// <summary>For an agent.</summary>
    public static GlmFilePurpose Agent { get; } = new("agent");

    /// <summary>A voice to clone.</summary>
    public static GlmFilePurpose VoiceCloneInput { get; } = new("voice-clone-input");

    /// <summary>Data of the user.</summary>
    public static GlmFilePurpose UserData { get; } = new("user_data");

    /// <summary>Training data.</summary>
    public static GlmFilePurpose FineTune { get; } = new("fine-tune");

    /// <summary>For a knowledge base.</summary>
    public static GlmFilePurpose Retrieval { get; } = new("retrieval");

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;
}
