using System.Text.Json;

namespace GlmTools;

/// <summary>Reads what the service adds to an answer: what its search found, and what its filter thinks (protocol sheet 4.1).</summary>
internal static class AnnotationReader
{
    /// <summary>Reads the results that are the value of a member; <see langword="null"/> for anything else.</summary>
    public static List<GlmWebSearchResult>? ReadWebSearch(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        if (!json.Enter(JsonTokenType.StartArray))
        {
            return null;
        }

        var results = new List<GlmWebSearchResult>();
        while (json.NextElement())
        {
            if (json.IsOrSkip(JsonTokenType.StartObject))
            {
                results.Add(ReadResult(ref json, utf8));
            }
        }

        return results;
    }

    /// <summary>Reads the judgements that are the value of a member; <see langword="null"/> for anything else.</summary>
    public static List<GlmContentFilter>? ReadContentFilter(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        if (!json.Enter(JsonTokenType.StartArray))
        {
            return null;
        }

        var judgements = new List<GlmContentFilter>();
        while (json.NextElement())
        {
            if (json.IsOrSkip(JsonTokenType.StartObject))
            {
                judgements.Add(ReadJudgement(ref json, utf8));
            }
        }

        return judgements;
    }

    private static GlmContentFilter ReadJudgement(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        var role = "";
        var level = 0;
        while (json.NextMember())
        {
            if (json.ValueTextEquals("role"u8))
            {
                role = json.ReadText(utf8) ?? "";
            }
            else if (json.ValueTextEquals("level"u8))
            {
                level = (int)json.ReadInteger();
            }
            else
            {
                json.SkipValue();
            }
        }

        return new(role, level);
    }

    private static GlmWebSearchResult ReadResult(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        var result = new GlmWebSearchResult();
        while (json.NextMember())
        {
            var name = json;
            var text = json.ReadText(utf8);
            result = name.ValueTextEquals("title"u8) ? result with { Title = text }
                : name.ValueTextEquals("link"u8) ? result with { Link = text }
                : name.ValueTextEquals("content"u8) ? result with { Content = text }
                : name.ValueTextEquals("media"u8) ? result with { Media = text }
                : name.ValueTextEquals("publish_date"u8) ? result with { PublishDate = text }
                : name.ValueTextEquals("icon"u8) ? result with { Icon = text }
                : name.ValueTextEquals("refer"u8) ? result with { Refer = text }
                : result;
        }

        return result;
    }
}
