using System.Text;
using System.Text.Json;

namespace GlmTools.Binding.Normalizing;

/// <summary>
/// Applies repairs, in order, until a text is the JSON value that is wanted or none of them applies any more. Never closes
/// what is open: half a call must not run (protocol sheet 4.5, 5 and 35).
/// </summary>
internal sealed class ArgumentNormalizer
{
    /// <summary>How often one repair is applied to a text; what is garbled more often than that is nobody's slip any more.</summary>
    private const int MaxTimes = 2;

    private readonly ArgumentRepair[] _repairs;

    private ArgumentNormalizer(params ArgumentRepair[] repairs) => _repairs = repairs;

    /// <summary>For a string that stands where an object or array is wanted.</summary>
    public static ArgumentNormalizer OfValue { get; } = new(
        new DoubleEncoding(), new PythonLiterals(), new TrailingCommas(), new FullWidthForms());

    /// <summary>For the arguments of a tool as a whole.</summary>
    /// <param name="tool">The name of the tool.</param>
    public static ArgumentNormalizer OfArguments(string tool) => new(
        new CodeFence(), new LeakedTemplate(tool), new DoubleEncoding(), new GluedObjects(), new PythonLiterals(), new TrailingCommas(), new FullWidthForms());

    /// <summary>Normalises a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">How the wanted value begins.</param>
    public NormalizedText Normalize(string text, JsonTokenType start)
    {
        var notes = new List<string>();
        text = text.Trim();
        while (!ArgumentSyntax.IsWhole(Encoding.UTF8.GetBytes(text), start))
        {
            if (!TryApplyNext(ref text, notes))
            {
                return new(text, false, notes);
            }
        }

        return new(text, true, notes);
    }

    private bool TryApplyNext(ref string text, List<string> notes)
    {
        foreach (var repair in _repairs)
        {
            if (notes.Count(note => note == repair.Note) < MaxTimes && repair.TryApply(text, out var repaired))
            {
                text = repaired;
                notes.Add(repair.Note);
                return true;
            }
        }

        return false;
    }
}
