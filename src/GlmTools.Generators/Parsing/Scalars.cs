using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>The types that are a single token on the wire: what the schema calls them and what reads them.</summary>
internal static class Scalars
{
    // The format "time" of JSON Schema demands an offset (RFC 3339, 5.6), which a time of day has not.
    private const string TimePattern = "\"pattern\":\"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,7})?$\"";

    public static TypeModel? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => new ScalarModel("string", "string", "", "ReadString()"),
        SpecialType.System_Char => new ScalarModel("char", "string", "\"minLength\":1,\"maxLength\":1", "ReadChar()"),
        SpecialType.System_Boolean => new ScalarModel("bool", "boolean", "", "ReadBoolean()"),
        SpecialType.System_SByte => Integer("sbyte"),
        SpecialType.System_Byte => Integer("byte"),
        SpecialType.System_Int16 => Integer("short"),
        SpecialType.System_UInt16 => Integer("ushort"),
        SpecialType.System_Int32 => Integer("int"),
        SpecialType.System_UInt32 => Integer("uint"),
        SpecialType.System_Int64 => Integer("long"),
        SpecialType.System_UInt64 => BigInteger("ulong"),
        SpecialType.System_Single => Number("float"),
        SpecialType.System_Double => Number("double"),
        SpecialType.System_Decimal => Number("decimal"),
        SpecialType.System_DateTime => Text("DateTime", "date-time"),
        _ when type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => Bytes("byte[]"),
        _ when type is INamedTypeSymbol { ContainingType: null } named => OfFramework(named),
        _ => null,
    };

    private static TypeModel? OfFramework(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() switch
    {
        "System" => type.Name switch
        {
            "DateTimeOffset" => Text("DateTimeOffset", "date-time"),
            "DateOnly" => Text("DateOnly", "date"),
            "TimeOnly" => new ScalarModel("global::System.TimeOnly", "string", TimePattern, "ReadTimeOnly()"),
            "TimeSpan" => Text("TimeSpan", "duration"),
            "Guid" => Text("Guid", "uuid"),
            "Uri" => Text("Uri", "uri"),
            "Version" => new ScalarModel("global::System.Version", "string", "\"pattern\":\"^[0-9]+(\\\\.[0-9]+){1,3}$\"", "ReadVersion()"),
            "Half" => Number("global::System.Half"),
            "Int128" or "UInt128" => BigInteger($"global::System.{type.Name}"),
            "ReadOnlyMemory" or "Memory" when type.TypeArguments[0].SpecialType == SpecialType.System_Byte
                => Bytes($"global::System.{type.Name}<byte>"),
            _ => null,
        },
        "System.Numerics" when type.Name == "BigInteger" => BigInteger("global::System.Numerics.BigInteger"),
        "System.Text.Json" when type.Name == "JsonElement" => new AnythingModel("global::System.Text.Json.JsonElement", null, "ReadElement()"),
        "System.Text.Json.Nodes" => type.Name switch
        {
            "JsonNode" => new AnythingModel("global::System.Text.Json.Nodes.JsonNode", null, "ReadNode()"),
            "JsonObject" => new AnythingModel("global::System.Text.Json.Nodes.JsonObject", "object", "ReadJsonObject()"),
            "JsonArray" => new AnythingModel("global::System.Text.Json.Nodes.JsonArray", "array", "ReadJsonArray()"),
            _ => null,
        },
        _ => null,
    };

    private static ScalarModel Integer(string type) => new(type, "integer", "", $"ReadInteger<{type}>()");

    private static ScalarModel BigInteger(string type) => new(type, "integer", "", $"ReadBigInteger<{type}>()");

    private static ScalarModel Number(string type) => new(type, "number", "", $"ReadNumber<{type}>()");

    private static ScalarModel Text(string type, string format) => new($"global::System.{type}", "string", $"\"format\":\"{format}\"", $"Read{type}()");

    private static ScalarModel Bytes(string type) => new(type, "string", "\"contentEncoding\":\"base64\"", "ReadBytes()");
}
