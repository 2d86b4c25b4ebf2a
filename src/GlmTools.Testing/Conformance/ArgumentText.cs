using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GlmTools.Testing;

/// <summary>Writes arguments as a model does: every character as it is but those that JSON reserves.</summary>
internal static class ArgumentText
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode? arguments) => arguments?.ToJsonString(Raw) ?? "null";

    public static ReadOnlyMemory<byte> Utf8(JsonNode? arguments) => Encoding.UTF8.GetBytes(Of(arguments));
}
