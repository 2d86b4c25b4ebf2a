using System.Globalization;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GlmTools.Generators.Parsing;

/// <summary>Turns the default value of a parameter into the constant of the schema and of the code.</summary>
internal static class Defaults
{
    public static DefaultModel? Of(IParameterSymbol parameter, TypeModel type)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        var value = parameter.ExplicitDefaultValue;
        return value switch
        {
            null => new("default", null),
            _ when type is EnumModel enumeration => OfEnum(parameter.Type, enumeration, value),
            string text => new(SymbolDisplay.FormatLiteral(text, quote: true), JsonText.String(text)),
            char character => new(SymbolDisplay.FormatLiteral(character, quote: true), JsonText.String(character.ToString())),
            bool flag => new(flag ? "true" : "false", flag ? "true" : "false"),
            float number => OfFloating("float", number, number.ToString("R", CultureInfo.InvariantCulture), "F"),
            double number => OfFloating("double", number, number.ToString("R", CultureInfo.InvariantCulture), "D"),
            decimal number => OfNumber(number.ToString(CultureInfo.InvariantCulture), "M"),
            _ => OfNumber(Convert.ToString(value, CultureInfo.InvariantCulture)!, ""),
        };
    }

    private static DefaultModel OfNumber(string number, string suffix) => new(number + suffix, number);

    // JSON has no word for infinities and NaN: such a default is kept, but not advertised.
    private static DefaultModel OfFloating(string type, double value, string number, string suffix) => value switch
    {
        double.NaN => new($"{type}.NaN", null),
        double.PositiveInfinity => new($"{type}.PositiveInfinity", null),
        double.NegativeInfinity => new($"{type}.NegativeInfinity", null),
        _ => OfNumber(number, suffix),
    };

    private static DefaultModel OfEnum(ITypeSymbol type, EnumModel enumeration, object value)
    {
        var symbol = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var fields = symbol.GetMembers().OfType<IFieldSymbol>().Where(static f => f.HasConstantValue).ToArray();
        var names = enumeration.Members.Where(m => fields.Any(f => f.Name == m.CSharpName && (enumeration.IsFlags ? HasFlag(value, f.ConstantValue!) : Equals(f.ConstantValue, value)))).ToArray();
        var json = enumeration.IsFlags ? $"[{string.Join(",", names.Select(static m => JsonText.String(m.JsonName)))}]" : names.Select(static m => JsonText.String(m.JsonName)).FirstOrDefault();
        return fields.FirstOrDefault(f => Equals(f.ConstantValue, value)) is { } field
            ? new($"{enumeration.CSharp}.{EscapedIdentifier(field.Name)}", json)
            : new($"({enumeration.CSharp})({Convert.ToString(value, CultureInfo.InvariantCulture)})", enumeration.IsFlags ? json : null);
    }

    private static bool HasFlag(object value, object flag) => (Bits(value) & Bits(flag)) != 0;

    /// <summary>The bits of an enum's value, whatever type it is based on.</summary>
    public static ulong Bits(object value) => value is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <summary>A name that may be a keyword, as generated code has to write it.</summary>
    public static string EscapedIdentifier(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
