using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>In which form the text of an answer crosses the wire.</summary>
public enum GlmV3ReturnType
{
    /// <summary>As a JSON string inside the string. The client decodes it.</summary>
    [JsonStringEnumMemberName("json_string")]
    JsonString,

    /// <summary>As it is.</summary>
    [JsonStringEnumMemberName("text")]
    Text,
}
