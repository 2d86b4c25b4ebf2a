using System.Text.Json;
using System.Text.Json.Nodes;

namespace GlmTools.Binding;

/// <content>JSON that a tool asks for as it is.</content>
public ref partial struct ArgumentReader
{
    /// <summary>Reads any JSON.</summary>
    public JsonElement ReadElement() => JsonElement.ParseValue(ref _json);

    /// <summary>Reads any JSON but <c>null</c>, which has no node.</summary>
    public JsonNode ReadNode()
    {
        if (!IsNull)
        {
            return JsonNode.Parse(ref _json)!;
        }

        Mismatch("type", "anything but null");
        return new JsonObject();
    }

    /// <summary>Reads an object of any members.</summary>
    public JsonObject ReadJsonObject()
        => Enter(JsonTokenType.StartObject, "an object") ? JsonNode.Parse(ref _json)!.AsObject() : [];

    /// <summary>Reads an array of any elements.</summary>
    public JsonArray ReadJsonArray()
        => Enter(JsonTokenType.StartArray, "an array") ? JsonNode.Parse(ref _json)!.AsArray() : [];
}
