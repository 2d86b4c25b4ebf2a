using System.Text;
using System.Text.Json;
using GlmTools.Binding.Normalizing;

namespace GlmTools.Binding;

/// <content>Strings that hold what is wanted in their place.</content>
public ref partial struct ArgumentReader
{
    /// <summary>
    /// Notes a string that holds the object or array that is wanted (protocol sheet 4.5, 8 and 9). The call is bound again
    /// with what it holds in its place, so that everything within has its path.
    /// </summary>
    private bool TryOpenString(JsonTokenType start)
    {
        if (_json.TokenType != JsonTokenType.String)
        {
            return false;
        }

        var content = (_json.CurrentDepth == 0 ? _call.Normalizer : ArgumentNormalizer.OfValue).Normalize(ReadText(), start);
        if (!content.IsJson)
        {
            return false;
        }

        var note = _call.TakesEmbedded ? $"{GlmToolProblem.PlaceOf(Path())}: {string.Join(", ", ["read from a string", .. content.Notes])}" : "";
        _call.Embedded(new((int)_json.TokenStartIndex, (int)_json.BytesConsumed, Encoding.UTF8.GetBytes(content.Text), note));
        return _wasRefused = true;
    }
}
