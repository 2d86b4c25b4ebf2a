namespace GlmTools.Generators.Json;

/// <summary>Text that is not the JSON it should be.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">Where, in characters from the start of the text.</param>
internal sealed class JsonSyntaxException(string message, int position) : Exception(message)
{
    public int Position { get; } = position;
}
