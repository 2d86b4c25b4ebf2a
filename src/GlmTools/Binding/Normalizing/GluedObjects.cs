using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace GlmTools.Binding.Normalizing;

/// <summary>Takes the first of several objects that parallel calls left in one text (protocol sheet 4.5, 6).</summary>
internal sealed class GluedObjects : ArgumentRepair
{
    private static readonly JsonReaderOptions SeveralValues = new() { AllowMultipleValues = true };

    public override string Note => "only the first of several objects read";

    public override bool TryApply(string text, [NotNullWhen(true)] out string? repaired)
    {
        repaired = null;
        if (!text.StartsWith('{'))
        {
            return false;
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        var json = new Utf8JsonReader(utf8, SeveralValues);
        var (first, objects) = (0, 0);
        try
        {
            while (json.Read())
            {
                if (json.TokenType != JsonTokenType.StartObject)
                {
                    return false;
                }

                json.Skip();
                first = objects++ == 0 ? (int)json.BytesConsumed : first;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        // An empty object before a full one is as likely a false start of the same call as a call of its own.
        repaired = Encoding.UTF8.GetString(utf8, 0, first);
        return objects > 1 && repaired[1..^1].Trim().Length > 0;
    }
}
