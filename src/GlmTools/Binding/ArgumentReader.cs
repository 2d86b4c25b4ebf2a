using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

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

    /// <summary>Whether the value or key just read was refused, so that nothing more needs to be said about it.</summary>
    private bool _wasRefused;

    /// <summary>Starts reading the arguments of a call.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="JsonException">They hold half a surrogate pair or bytes that are no UTF-8.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ArgumentReader(GlmToolInvocation call)
    {
        ArgumentNullException.ThrowIfNull(call);
        _call = call;
        _utf8 = call.Arguments.Span;
        if (!Utf8.IsValid(_utf8) || _utf8.IndexOf((byte)'\\') >= 0)
        {
            UnicodeText.ThrowIfFaulty(_utf8);
        }

        Start(ref _json, _utf8, true, default);
        _json.Read();
    }

    /// <summary>Whether the call was refused already, so that nothing needs to be built for it.</summary>
    public readonly bool Failed => _call.HasProblems;

    /// <summary>Whether the value is <c>null</c>.</summary>
    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    /// <summary>Whether the value is <c>null</c> where the member may only be left out, which GLM confuses (protocol sheet 4.5, 18).</summary>
    /// <param name="scope">The object, which forgets the member.</param>
    public readonly bool IsNullForDefault(ref ObjectScope scope)
    {
        if (!IsNull)
        {
            return false;
        }

        scope.Absent |= 1UL << scope.Current;
        Ignored("null read as left out");
        return true;
    }

    /// <summary>Goes to the next member of an object, onto its value; at first into the object.</summary>
    /// <param name="names">The names of all members, a line each.</param>
    /// <param name="required">A bit for each member that has to come.</param>
    /// <param name="scope">The object; at first the default.</param>
    /// <returns>Whether there is one; at the end, the members that are missing have been reported.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool NextMember(ReadOnlySpan<byte> names, ulong required, ref ObjectScope scope)
    {
        if (!scope.IsOpen)
        {
            if (_json.TokenType != JsonTokenType.StartObject && !Enter(JsonTokenType.StartObject, "an object"))
            {
                return false;
            }

            scope.IsOpen = true;
            scope.Start = (int)_json.TokenStartIndex;
        }

        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            // Models keep to the order of the schema: the name behind the last one is nearly always the right one.
            var name = _json.ValueSpan;
            var end = scope.Cursor + name.Length;
            if (!_json.ValueIsEscaped
                && !names.IsEmpty
                && (end < names.Length ? names[end] == '\n' : end == names.Length)
                && names.Slice(scope.Cursor, name.Length).SequenceEqual(name))
            {
                scope.Cursor = end + 1;
                scope.Current = scope.Next++;
            }
            else if (!TryFind(names, ref scope))
            {
                continue;
            }

            var bit = 1UL << scope.Current;
            if ((scope.Seen & bit) != 0)
            {
                ReportSecond();
            }

            scope.Seen |= bit;
            _json.Read();
            _wasRefused = false;
            return true;
        }

        if ((required & ~scope.Seen) != 0)
        {
            ReportMissing(names, required & ~scope.Seen, scope.Start);
        }

        if (_json.BytesConsumed < _utf8.Length && _json.CurrentDepth == 0)
        {
            _json.Read();
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
        => ReadDictionary(static (ref ArgumentReader reader) => reader.ReadText(), readValue);

    /// <summary>Reads an object whose keys are data.</summary>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <param name="readKey">Reads a key.</param>
    /// <param name="readValue">Reads a value.</param>
    public Dictionary<TKey, TValue> ReadDictionary<TKey, TValue>(ValueReader<TKey> readKey, ValueReader<TValue> readValue)
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, TValue>();
        if (Enter(JsonTokenType.StartObject, "an object"))
        {
            while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            {
                _wasRefused = false;
                var key = readKey(ref this);
                var isKey = !_wasRefused;
                var at = _json.TokenStartIndex;
                _json.Read();
                if (!dictionary.TryAdd(key, readValue(ref this)) && isKey)
                {
                    Report("uniqueKeys", "each key once", "a second one", (int)at);
                }
            }
        }

        return dictionary;
    }

    /// <summary>Passes over a value.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Looks ahead for the member that tells the cases of a union apart, wherever it stands in the object.</summary>
    /// <param name="property">The name of that member.</param>
    /// <param name="names">Its values, a line each.</param>
    /// <returns>The position of the value; -1 if there is none, and the object has been passed over.</returns>
    public int FindCase(ReadOnlySpan<byte> property, ReadOnlySpan<byte> names)
    {
        if (!Enter(JsonTokenType.StartObject, "an object"))
        {
            return -1;
        }

        var ahead = this;
        while (ahead._json.Read() && ahead._json.TokenType == JsonTokenType.PropertyName)
        {
            var isCase = ahead._json.ValueTextEquals(property);
            ahead._json.Read();
            if (isCase)
            {
                return OrSkip(ahead.ReadName(names));
            }

            ahead._json.Skip();
        }

        if (_call.TakesProblems)
        {
            var expected = $"{NameList.OneOf(NameList.ToArray(names))}, because it is required";
            _call.Report(new(ArgumentPath.Member(Path(), Encoding.UTF8.GetString(property)), "required", expected, "nothing"));
        }

        return OrSkip(-1);
    }

    /// <summary>Makes sure that nothing follows the arguments, whatever they are.</summary>
    internal void End()
    {
        if (_json.BytesConsumed < _utf8.Length)
        {
            _json.Read();
        }
    }

    // The constructor, run where the reader is going to stay: a new one would be made elsewhere and copied here, some 200 bytes.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = ".ctor")]
    private static extern void Start(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, bool isFinalBlock, JsonReaderState state);

    private int OrSkip(int position)
    {
        if (position < 0)
        {
            _wasRefused = true;
            _json.Skip();
        }

        return position;
    }

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

    private bool TryFind(ReadOnlySpan<byte> names, ref ObjectScope scope)
    {
        if (NameList.TryFind(names, ref _json, ref scope.Next, ref scope.Cursor))
        {
            scope.Current = scope.Next++;
            return true;
        }

        SkipUnknown(names, scope.Seen);
        return false;
    }
}
