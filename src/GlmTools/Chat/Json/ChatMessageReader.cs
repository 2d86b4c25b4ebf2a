using System.Text.Json;

namespace GlmTools;

/// <summary>Reads messages and the parts they share with chunks.</summary>
internal static class ChatMessageReader
{
    /// <summary>Reads the message the reader stands on the start of.</summary>
    /// <param name="json">The reader; on the end of the message afterwards.</param>
    /// <param name="utf8">What it reads.</param>
    /// <param name="role">The role of a message that does not name one.</param>
    /// <exception cref="JsonException">It has no known role, or a content that such a message cannot have.</exception>
    public static GlmChatMessage Read(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, GlmChatRole? role = null)
    {
        string? content = null, reasoning = null, toolCallId = null;
        IReadOnlyList<GlmContentPart> parts = [];
        List<GlmToolCall>? calls = null;
        List<GlmServerCall>? serverCalls = null;
        GlmAudio? audio = null;
        var unknown = default(UnknownMembers);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("role"u8))
            {
                role = ReadRole(json.ReadWord(utf8)) ?? role;
            }
            else if (json.ValueTextEquals("content"u8))
            {
                (content, parts) = ReadContent(ref json, utf8);
            }
            else if (json.ValueTextEquals("reasoning_content"u8))
            {
                reasoning = json.ReadText(utf8);
            }
            else if (json.ValueTextEquals("tool_calls"u8))
            {
                ReadToolCalls(ref json, utf8, ref calls, ref serverCalls);
            }
            else if (json.ValueTextEquals("tool_call_id"u8))
            {
                toolCallId = json.ReadText(utf8);
            }
            else if (json.ValueTextEquals("audio"u8))
            {
                audio = ReadAudio(ref json, utf8);
            }
            else
            {
                unknown.Add(ref json);
            }
        }

        if (parts.Count > 0 && role is not (null or GlmChatRole.User))
        {
            throw new JsonException("The content of a message that is not from a user is not text.");
        }

        return new()
        {
            Role = role ?? throw new JsonException("A message has no role."),
            Content = content,
            Parts = parts,
            ReasoningContent = reasoning,
            ToolCalls = calls!,
            ServerCalls = serverCalls!,
            Audio = audio,
            ToolCallId = toolCallId,
            AdditionalProperties = unknown.Found!,
        };
    }

    /// <summary>Reads the pieces of tool calls that are the value of a member. A whole call is a single piece.</summary>
    public static GlmToolCallDeltas ReadToolCallDeltas(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        if (!json.Enter(JsonTokenType.StartArray))
        {
            return [];
        }

        List<GlmToolCallDelta>? several = null;
        GlmToolCallDelta? only = null;
        while (json.NextElement())
        {
            if (json.IsOrSkip(JsonTokenType.StartObject))
            {
                var call = ReadToolCall(ref json, utf8);
                GlmToolCallDelta piece = new() { Index = call.Index, Id = call.Id, Type = call.Type, Name = call.Name, Arguments = call.Arguments, ServerCall = call.ServerCall };
                if (only is { } first)
                {
                    (several ??= [first]).Add(piece);
                }
                else
                {
                    only = piece;
                }
            }
        }

        return several is not null ? [.. several] : only is { } single ? [single] : [];
    }

    private static (string? Content, IReadOnlyList<GlmContentPart> Parts) ReadContent(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.Null => (json.Text(utf8), []),
            JsonTokenType.StartArray => (null, ContentPartReader.Read(ref json)),
            _ => throw new JsonException("The content of a message is neither text nor a list of parts."),
        };
    }

    /// <summary>Reads the sound that is the value of a member; <see langword="null"/> for anything else.</summary>
    public static GlmAudio? ReadAudio(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        string? id = null, data = null;
        var expiresAt = 0L;
        while (json.NextMember())
        {
            if (json.ValueTextEquals("id"u8))
            {
                id = json.ReadText(utf8);
            }
            else if (json.ValueTextEquals("data"u8))
            {
                data = json.ReadText(utf8);
            }
            else if (json.ValueTextEquals("expires_at"u8))
            {
                expiresAt = json.ReadInteger();
            }
            else
            {
                json.SkipValue();
            }
        }

        return new() { Id = id, Data = data, ExpiresAt = expiresAt };
    }

    /// <summary>Reads the calls of a whole message. The kinds other than functions are run by the service and only reported here (protocol sheet 4.4).</summary>
    private static void ReadToolCalls(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8, ref List<GlmToolCall>? functions, ref List<GlmServerCall>? others)
    {
        if (!json.Enter(JsonTokenType.StartArray))
        {
            return;
        }

        while (json.NextElement())
        {
            if (!json.IsOrSkip(JsonTokenType.StartObject))
            {
                continue;
            }

            var call = ReadToolCall(ref json, utf8);
            if (call.Type is null or "function")
            {
                (functions ??= new(1)).Add(new(call.Id ?? "", call.Name ?? "", call.Arguments ?? ""));
            }
            else if (call.ServerCall is { } other)
            {
                (others ??= []).Add(other);
            }
        }
    }

    private static ToolCallPiece ReadToolCall(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        int? index = null;
        string? id = null, type = null, name = null, arguments = null;
        var others = default(UnknownMembers);
        while (json.NextMember())
        {
            if (json.ValueTextEquals("index"u8))
            {
                json.Read();
                index = json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var value) ? value : null;
                json.Skip();
            }
            else if (json.ValueTextEquals("id"u8))
            {
                id = json.ReadText(utf8);
            }
            else if (json.ValueTextEquals("type"u8))
            {
                type = json.ReadWord(utf8);
            }
            else if (json.ValueTextEquals("function"u8))
            {
                (name, arguments) = ReadFunction(ref json, utf8);
            }
            else
            {
                others.Add(ref json);
            }
        }

        return new(index, id, type, name, arguments, ServerCall(type, id, others));
    }

    // What it does stands under the name of its kind.
    private static GlmServerCall? ServerCall(string? type, string? id, UnknownMembers members)
        => type is null or "" or "function" ? null : ServerCallReader.Read(type, id, members.Found?.GetValueOrDefault(type) ?? default);

    private static (string? Name, string? Arguments) ReadFunction(ref Utf8JsonReader json, ReadOnlySpan<byte> utf8)
    {
        string? name = null, arguments = null;
        if (json.Enter(JsonTokenType.StartObject))
        {
            while (json.NextMember())
            {
                if (json.ValueTextEquals("name"u8))
                {
                    name = json.ReadText(utf8);
                }
                else if (json.ValueTextEquals("arguments"u8))
                {
                    // Usually a string; an object is taken as its text (protocol sheet 4.5, 10).
                    arguments = json.ReadText(utf8);
                }
                else
                {
                    json.SkipValue();
                }
            }
        }

        return (name, arguments);
    }

    private static GlmChatRole? ReadRole(string? role) => role switch
    {
        null => null,
        "system" => GlmChatRole.System,
        "user" => GlmChatRole.User,
        "assistant" => GlmChatRole.Assistant,
        "tool" => GlmChatRole.Tool,
        _ => throw new JsonException($"A message has the role '{role}'; the roles are system, user, assistant and tool."),
    };

    /// <summary>What a call, or a piece of one, consists of on the wire.</summary>
    private readonly record struct ToolCallPiece(int? Index, string? Id, string? Type, string? Name, string? Arguments, GlmServerCall? ServerCall);
}
