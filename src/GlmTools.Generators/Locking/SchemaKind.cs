using GlmTools.Generators.Json;

namespace GlmTools.Generators.Locking;

/// <summary>What kind of value a schema takes, in a word or two; finer than its <c>type</c>.</summary>
internal static class SchemaKind
{
    public const string Object = "object";
    public const string Dictionary = "dictionary";
    public const string Union = "union";
    public const string AnyObject = "any object";
    public const string Array = "array";
    public const string AnyArray = "any array";
    public const string Anything = "anything";

    public static string Of(JsonValue schema) => schema["type"]?.Text switch
    {
        null => Anything,
        "object" when schema["anyOf"] is not null => Union,
        "object" when schema["additionalProperties"] is not null => Dictionary,
        "object" when schema["properties"] is null => AnyObject,
        "array" when schema["items"] is null => AnyArray,
        var type => type,
    };

    /// <summary>Whether all values of one kind are of the other.</summary>
    public static bool IsWithin(string kind, string other) => (kind, other) switch
    {
        (_, Anything) => true,
        ("integer", "number") => true,
        (Object or Dictionary or Union, AnyObject) => true,
        (Array, AnyArray) => true,
        _ => kind == other,
    };
}
