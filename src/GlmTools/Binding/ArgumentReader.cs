using System.ComponentModel;
using System.Text;
using System.Text.Json;
using GlmTools.Binding.Normalizing;

namespace GlmTools.Binding;

/// <summary>Reads one value: what generated code hands to <see cref="ArgumentReader.ReadList"/> and its like.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader, on the first token of the value; on its last one afterwards.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ValueReader<out T>(ref ArgumentReader reader);

/// <summary>
/// Reads the arguments of a call once, front to back, and reports everything that does not fit to the call. A method that
/// reports returns a default and leaves the reader behind the value, so that reading goes on and finds the next problem.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ArgumentReader
{
    private readonly GlmToolInvocation _call;
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _json;

    internal ArgumentReader(GlmToolInvocation call, ReadOnlySpan<byte> utf8)
    {
        _call = call;
        _utf8 = utf8;
        _json = new Utf8JsonReader(utf8);
        _json.Read();
    }

    /// <summary>Whether the call was refused already, so that nothing needs to be built for it.</summary>
    public readonly bool Failed => _call.HasProblems;

    /// <summary>Whether the value is <c>null</c>.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Whether the value is <c>null</c> where the member may only be left out, which GLM confuses (protocol sheet 4.5, 18).</summary>
    public readonly bool IsNullForDefault()
    {
        if (!IsNull)
        {
            return false;
        }

        Repaired("null read as left out");
        return true;
    }

    /// <summary>Enters an object.</summary>
    public ObjectScope BeginObject()
        => new() { Start = Enter(JsonTokenType.StartObject, "an object") ? (int)_json.TokenStartIndex : -1 };

    /// <summary>Goes to the next member of an object, onto its value.</summary>
    /// <param name="names">The names of all members, a line each.</param>
    /// <param name="required">A bit for each member that has to come.</param>
    /// <param name="scope">The object.</param>
    /// <returns>Whether there is one; at the end, the members that are missing have been reported.</returns>
    public bool NextMember(ReadOnlySpan<byte> names, ulong required, ref ObjectScope scope)
    {
        if (scope.Start < 0)
        {
            return false;
        }

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            if (TryFind(names, ref scope))
            {
                _json.Read();
                return true;
            }
        }

        if ((required & ~scope.Seen) != 0)
        {
            ReportMissing(names, required & ~scope.Seen, scope.Start);
        }

        return false;
    }

    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="readElement">Reads an element.</param>
    public List<T> ReadList<T>(ValueReader<T> readElement)
    {
        var list = new List<T>();
        if (Enter(JsonTokenType.StartArray, "an array"))
        {
            while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
            {
                list.Add(readElement(ref this));
            }
        }

        return list;
    }

    /// <summary>Reads an object whose keys are data.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="readValue">Reads a value.</param>
    public Dictionary<string, T> ReadDictionary<T>(ValueReader<T> readValue)
    {
        var dictionary = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Enter(JsonTokenType.StartObject, "an object"))
        {
            while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            {
                var key = ReadText();
                var at = _json.TokenStartIndex;
                _json.Read();
                if (!dictionary.TryAdd(key, readValue(ref this)))
                {
                    Report("uniqueKeys", "each key once", "a second one", (int)at);
                }
            }
        }

        return dictionary;
    }

    /// <summary>Makes sure that nothing follows the arguments.</summary>
    internal void End() => _json.Read();

    private bool Enter(JsonTokenType start, string expected)
    {
        if (_json.TokenType == start)
        {
            return true;
        }

        if (!TryOpenString(start))
        {
            Mismatch("type", expected);
        }

        return false;
    }

    /// <summary>
    /// Notes a string that holds the object or array that is wanted (protocol sheet 4.5, 8 and 9). The call is bound again
    /// with what it holds in its place, so that everything within has its path.
    /// </summary>
    private readonly bool TryOpenString(JsonTokenType start)
    {
        if (_json.TokenType != JsonTokenType.String || TokenText.Of(in _json) is not { } text)
        {
            return false;
        }

        var content = (_json.CurrentDepth == 0 ? _call.Normalizer : ArgumentNormalizer.OfValue).Normalize(text, start);
        if (!content.IsJson)
        {
            return false;
        }

        var note = _call.TakesEmbedded ? $"{GlmToolProblem.PlaceOf(Path())}: {string.Join(", ", ["read from a string", .. content.Notes])}" : "";
        _call.Embedded(new((int)_json.TokenStartIndex, (int)_json.BytesConsumed, Encoding.UTF8.GetBytes(content.Text), note));
        return true;
    }

    private bool TryFind(ReadOnlySpan<byte> names, ref ObjectScope scope)
    {
        // Models keep to the order of the schema: the name behind the last one is nearly always the right one.
        var expected = scope.Cursor < names.Length ? NameList.At(names, scope.Cursor) : default;
        if (!expected.IsEmpty && _json.ValueTextEquals(expected))
        {
            scope.Current = scope.Next;
        }
        else
        {
            scope.Current = NameList.IndexOf(names, ref _json);
            if (scope.Current < 0)
            {
                SkipUnknown(names, scope.Seen);
                return false;
            }

            scope.Cursor = NameList.OffsetOf(names, scope.Current);
            expected = NameList.At(names, scope.Cursor);
        }

        scope.Cursor += expected.Length + 1;
        scope.Next = scope.Current + 1;
        var bit = 1UL << scope.Current;
        if ((scope.Seen & bit) != 0)
        {
            Report("uniqueKeys", "each key once", "a second one", (int)_json.TokenStartIndex);
        }

        scope.Seen |= bit;
        return true;
    }

    /// <summary>
    /// Passes over a member the schema does not have. GLM adds some now and then (protocol sheet 4.5, 36), and the schema
    /// does not forbid it; but one that looks like a member that did not come is a slip of the pen, and ignoring it would
    /// silently change what was asked for.
    /// </summary>
    private void SkipUnknown(ReadOnlySpan<byte> names, ulong seen)
    {
        var given = ReadText();
        var missing = NameList.ToArray(names).Where((_, position) => (seen & (1UL << position)) == 0);
        if (NearestName.To(given, missing) is { } meant)
        {
            Report("properties", $"a known key: did you mean \"{meant}\"?", $"\"{Excerpt.Of(given)}\"", (int)_json.TokenStartIndex);
        }
        else
        {
            Repaired("ignored, the schema has no such key");
        }

        _json.Read();
        _json.Skip();
    }

    private readonly void ReportMissing(ReadOnlySpan<byte> names, ulong missing, int start)
    {
        if (!_call.TakesProblems)
        {
            return;
        }

        var path = ArgumentPath.Of(_utf8, start);
        foreach (var (position, name) in NameList.ToArray(names).Index())
        {
            if ((missing & (1UL << position)) != 0)
            {
                _call.Report(new(ArgumentPath.Member(path, name), "required", "a value, because it is required", "nothing"));
            }
        }
    }

    /// <summary>Reports the value the reader stands on, and passes over it.</summary>
    private void Mismatch(string rule, string expected)
    {
        Report(rule, expected, Describe(), (int)_json.TokenStartIndex);
        _json.Skip();
    }

    private readonly void Report(string rule, string expected, string actual, int offset)
    {
        // A path costs a reading up to its place: a list of a million wrong values must not cost a million of them.
        if (_call.TakesProblems)
        {
            _call.Report(new(ArgumentPath.Of(_utf8, offset), rule, expected, actual));
        }
    }

    private readonly void Repaired(string what) => _call.Repaired(_call.TakesRepairs ? $"{Path()}: {what}" : "");

    private readonly string Path() => ArgumentPath.Of(_utf8, (int)_json.TokenStartIndex);

    private readonly string Describe() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"\"{Excerpt.Of(ReadText())}\"",
        _ => Excerpt.OfUtf8(_json.ValueSpan),
    };

    private readonly string ReadText()
    {
        if (TokenText.Of(in _json) is { } text)
        {
            return text;
        }

        // What can be read of it is enough for a message.
        if (_call.TakesProblems)
        {
            _call.Report(ArgumentSyntax.BrokenText(_utf8, (int)_json.TokenStartIndex));
        }

        return "";
    }
}
