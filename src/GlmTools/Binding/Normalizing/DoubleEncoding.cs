using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding.Normalizing;

/// <summary>Takes JSON out of the JSON string that holds it (protocol sheet 4.5, 8 and 9).</summary>
internal sealed class DoubleEncoding : ArgumentRepair
{
    public override string Note => "double encoding undone";

    public override bool TryApply(string text, [NotNullWhen(true)] out string? repaired)
    {
        repaired = null;
        if (!text.StartsWith('"'))
        {
            return false;
        }

        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            json.Read();
            repaired = json.GetString()?.Trim();
            return repaired is not null && !json.Read();
        }
        catch (Exception refused) when (refused is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is valid JSON, but no text.
            return false;
        }
    }
}
