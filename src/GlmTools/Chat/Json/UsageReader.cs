using System.Text.Json;

namespace GlmTools;

/// <summary>Reads what a request cost (protocol sheet 4.3).</summary>
internal static class UsageReader
{
    /// <summary>Reads the counts that are the value of a member; <see langword="null"/> for anything else.</summary>
    public static GlmUsage? Read(ref Utf8JsonReader json)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        var usage = default(GlmUsage);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("prompt_tokens"u8))
            {
                usage = usage with { PromptTokens = json.ReadInteger() };
            }
            else if (json.ValueTextEquals("completion_tokens"u8))
            {
                usage = usage with { CompletionTokens = json.ReadInteger() };
            }
            else if (json.ValueTextEquals("total_tokens"u8))
            {
                usage = usage with { TotalTokens = json.ReadInteger() };
            }
            else if (json.ValueTextEquals("prompt_tokens_details"u8))
            {
                usage = usage with { CachedTokens = ReadDetail(ref json, "cached_tokens"u8) };
            }
            else if (json.ValueTextEquals("completion_tokens_details"u8))
            {
                usage = usage with { ReasoningTokens = ReadDetail(ref json, "reasoning_tokens"u8) };
            }
            else
            {
                json.SkipValue();
            }
        }

        return usage;
    }

    private static long ReadDetail(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        var value = 0L;
        if (json.Enter(JsonTokenType.StartObject))
        {
            while (json.NextMember())
            {
                if (json.ValueTextEquals(name))
                {
                    value = json.ReadInteger();
                }
                else
                {
                    json.SkipValue();
                }
            }
        }

        return value;
    }
}
