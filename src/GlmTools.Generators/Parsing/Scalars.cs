using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>The types that are a single token on the wire: what the schema calls them and what reads them.</summary>
internal static class Scalars
{
    public static ScalarModel? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => new("string", "string", "", "ReadString()"),
        SpecialType.System_Char => new("char", "string", "\"minLength\":1,\"maxLength\":1", "ReadChar()"),
        SpecialType.System_Boolean => new("bool", "boolean", "", "ReadBoolean()"),
        SpecialType.System_SByte => Integer("sbyte"),
        SpecialType.System_Byte => Integer("byte"),
        SpecialType.System_Int16 => Integer("short"),
        SpecialType.System_UInt16 => Integer("ushort"),
        SpecialType.System_Int32 => Integer("int"),
        SpecialType.System_UInt32 => Integer("uint"),
        SpecialType.System_Int64 => Integer("long"),
        SpecialType.System_UInt64 => new("ulong", "integer", "", "ReadUInt64()"),
        SpecialType.System_Single => new("float", "number", "", "ReadSingle()"),
        SpecialType.System_Double => new("double", "number", "", "ReadDouble()"),
        SpecialType.System_Decimal => new("decimal", "number", "", "ReadDecimal()"),
        SpecialType.System_DateTime => Text("DateTime", "date-time"),
        _ when type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true } && type.ContainingType is null => type.Name switch
        {
            "DateTimeOffset" => Text("DateTimeOffset", "date-time"),
            "DateOnly" => Text("DateOnly", "date"),
            "TimeOnly" => Text("TimeOnly", "time"),
            "TimeSpan" => Text("TimeSpan", "duration"),
            "Guid" => Text("Guid", "uuid"),
            "Uri" => Text("Uri", "uri"),
            _ => null,
        },
        _ => null,
    };

    private static ScalarModel Integer(string type) => new(type, "integer", "", $"ReadInteger<{type}>()");

    private static ScalarModel Text(string type, string format) => new($"global::System.{type}", "string", $"\"format\":\"{format}\"", $"Read{type}()");
}
