using System.Text.Json;

namespace GlmTools.Binding;

/// <content>What is wrong with the arguments, or was read otherwise than it was written.</content>
public ref partial struct ArgumentReader
{
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
            Ignored("ignored, the schema has no such key");
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

    private readonly void ReportSecond() => Report("uniqueKeys", "each key once", "a second one", (int)_json.TokenStartIndex);

    /// <summary>Reports the value the reader stands on, and passes over it.</summary>
    private void Mismatch(string rule, string expected)
    {
        Report(rule, expected, Describe(), (int)_json.TokenStartIndex);
        _wasRefused = true;
        _json.Skip();
    }

    /// <summary>Reports the key of a dictionary the reader stands on.</summary>
    private void RefuseKey(string expected)
    {
        Report("propertyNames", expected, Describe(), (int)_json.TokenStartIndex);
        _wasRefused = true;
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

    private readonly void Ignored(string what)
    {
        Repaired(what);
        _call.Correct(_json.TokenStartIndex, null);
    }

    private readonly string Path() => ArgumentPath.Of(_utf8, (int)_json.TokenStartIndex);

    private readonly string Describe() => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String or JsonTokenType.PropertyName => Excerpt.Quoted(ReadText()),
        _ => Excerpt.OfUtf8(_json.ValueSpan),
    };

    private readonly string ReadText() => _json.GetString()!;
}
