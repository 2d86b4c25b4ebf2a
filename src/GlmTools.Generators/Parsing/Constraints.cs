using System.Globalization;
using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing;

/// <summary>Reads the attributes of System.ComponentModel.DataAnnotations: what they say goes into the schema and is checked.</summary>
internal static class Constraints
{
    private const string Namespace = "System.ComponentModel.DataAnnotations";

    /// <param name="types">Takes the objections.</param>
    /// <param name="value">What the attributes are on.</param>
    /// <param name="place">Where it is, for a message.</param>
    /// <param name="symbols">The parameter or member, and the member behind a constructor's parameter.</param>
    /// <returns>The constraints, or <see langword="null"/> where an error was reported.</returns>
    public static EquatableArray<ConstraintModel>? Of(TypeParser types, ValueModel value, string place, params ISymbol?[] symbols)
    {
        if (symbols.All(static s => s is null || s.GetAttributes().IsEmpty))
        {
            return default(EquatableArray<ConstraintModel>);
        }

        var constraints = new List<ConstraintModel>();
        foreach (var attribute in symbols.Where(static s => s is not null).SelectMany(static s => s!.GetAttributes()).Where(IsValidation))
        {
            if (PatternOf(attribute) is { } pattern && Patterns.ErrorIn(pattern) is { } error)
            {
                types.Sink.Report(Rules.InvalidPattern, types.At, place, error);
                return null;
            }

            if (Of(attribute, value.Type) is { } constraint)
            {
                constraints.Add(constraint);
            }
            else if (attribute.AttributeClass!.Name != "RequiredAttribute")
            {
                types.Sink.Report(Rules.ConstraintNotEnforced, types.At, attribute.AttributeClass.Name.Replace("Attribute", ""), place);
            }
        }

        if (constraints.Count == 0)
        {
            return default(EquatableArray<ConstraintModel>);
        }

        var initial = symbols.OfType<IParameterSymbol>().Where(static p => p.HasExplicitDefaultValue).Select(static p => p.ExplicitDefaultValue).FirstOrDefault();
        return AreSound(types, constraints, initial, place) ? new(constraints) : null;
    }

    // What the schema says has to be possible, and its default has to meet it.
    private static bool AreSound(TypeParser types, IReadOnlyList<ConstraintModel> constraints, object? initial, string place)
    {
        if (Contradictions.In(constraints) is { } impossible)
        {
            types.Sink.Report(Rules.ImpossibleConstraint, types.At, place, impossible);
            return false;
        }

        if (initial is not null && constraints.FirstOrDefault(c => !ConstraintCheck.IsMet(c, initial)) is { } broken)
        {
            types.Sink.Report(Rules.DefaultBreaksConstraint, types.At, place, ConstraintText.Of(broken));
            return false;
        }

        return true;
    }

    private static string? PatternOf(AttributeData attribute)
        => attribute.AttributeClass!.Name == "RegularExpressionAttribute" ? attribute.ConstructorArguments.FirstOrDefault().Value as string : null;

    private static bool IsValidation(AttributeData attribute)
        => attribute.AttributeClass is { } type && type.Ancestry().Any(static t => t.Is(Namespace, "ValidationAttribute"));

    private static ConstraintModel? Of(AttributeData attribute, TypeModel type) => (attribute.AttributeClass!.Name, type) switch
    {
        _ when attribute.AttributeClass.ContainingNamespace.ToDisplayString() != Namespace => null, // The user's own.
        ("RangeAttribute", ScalarModel { JsonType: "integer" or "number" } number) => Range(attribute, number.CSharp),
        ("StringLengthAttribute", ScalarModel { CSharp: "string" }) => new LengthConstraint(attribute.Named("MinimumLength") as int? is > 0 and var min ? min : null, Integer(attribute, 0)),
        ("MinLengthAttribute", _) when HasLength(type) => new LengthConstraint(Integer(attribute, 0), null),
        ("MaxLengthAttribute", _) when HasLength(type) && Integer(attribute, 0) is >= 0 and var max => new LengthConstraint(null, max),
        ("LengthAttribute", _) when HasLength(type) => new LengthConstraint(Integer(attribute, 0), Integer(attribute, 1)),
        ("RegularExpressionAttribute", ScalarModel { CSharp: "string" }) => PatternOf(attribute) is { } text && Patterns.TryTranslate(text, out var pattern) ? new PatternConstraint(pattern) : null,
        ("EmailAddressAttribute", ScalarModel { CSharp: "string" }) => new FormatConstraint("\"format\":\"email\"", "CheckEmailAddress"),
        ("UrlAttribute", ScalarModel { CSharp: "string" }) => new FormatConstraint("\"format\":\"uri\"", "CheckUrl", "^(https?|ftp)://.+$"),
        ("Base64StringAttribute", ScalarModel { CSharp: "string" }) => new FormatConstraint("\"contentEncoding\":\"base64\"", "CheckBase64"),
        ("AllowedValuesAttribute", ScalarModel scalar) => Values(attribute, scalar, areDenied: false),
        ("DeniedValuesAttribute", ScalarModel scalar) => Values(attribute, scalar, areDenied: true),
        _ => null,
    };

    private static bool HasLength(TypeModel type) => type is ScalarModel { CSharp: "string" } or ListModel or DictionaryModel;

    private static int? Integer(AttributeData attribute, int position) => attribute.ConstructorArguments.ElementAtOrDefault(position).Value as int?;

    private static RangeConstraint? Range(AttributeData attribute, string type)
    {
        if (attribute.ConstructorArguments.Length < 2)
        {
            return null;
        }

        // Range(1, 10), Range(0.5, 1.5) or Range(typeof(decimal), "0.1", "0.9").
        var bounds = attribute.ConstructorArguments.Skip(attribute.ConstructorArguments.Length - 2).Select(static a => Convert.ToString(a.Value, CultureInfo.InvariantCulture)!).ToArray();
        if (Bound(bounds[0], type, isUpper: false, out var minimum) && Bound(bounds[1], type, isUpper: true, out var maximum))
        {
            return new(type, minimum, maximum, attribute.Named("MinimumIsExclusive") is true, attribute.Named("MaximumIsExclusive") is true);
        }

        return null;
    }

    // A bound beyond what the type can hold is no bound: [Range(0, double.MaxValue)] means "not negative".
    // One that only repeats the range of the type itself says nothing either (protocol sheet 17).
    private static bool Bound(string text, string type, bool isUpper, out DefaultModel? bound)
    {
        bound = null;
        if (NumberType.Of(type) is not { } number || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var approximate))
        {
            return false;
        }

        if (double.IsInfinity(approximate) || (isUpper ? approximate >= number.Maximum : approximate <= number.Minimum))
        {
            return true;
        }

        var json = number.IsInteger ? Integral(text, approximate) : approximate.ToString("R", CultureInfo.InvariantCulture);
        json = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && !number.IsInteger ? exact.ToString(CultureInfo.InvariantCulture) : json;
        bound = new(json + number.Suffix, json);
        return json.Length > 0;
    }

    // [Range(0.5, 9)] on an int is written with doubles; the schema of an integer has integers.
    private static string Integral(string text, double approximate)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && exact == decimal.Truncate(exact)
            ? decimal.Truncate(exact).ToString(CultureInfo.InvariantCulture)
            : approximate == Math.Floor(approximate) ? approximate.ToString("F0", CultureInfo.InvariantCulture) : "";

    private static ValuesConstraint? Values(AttributeData attribute, ScalarModel type, bool areDenied)
    {
        if (attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            return null;
        }

        var values = list.Values.Select(v => v.Kind == TypedConstantKind.Array ? null : Literal(v.Value, type)).ToArray();
        return values.Contains(null) ? null : new(type.CSharp, new(values!), areDenied);
    }

    private static DefaultModel? Literal(object? value, ScalarModel type) => (value, type.JsonType) switch
    {
        (string text, "string") when type.CSharp == "string" => new(CSharpText.String(text), JsonText.String(text)),
        (bool flag, "boolean") => new(flag ? "true" : "false", flag ? "true" : "false"),
        (sbyte or byte or short or ushort or int or uint or long or ulong or float or double, "integer" or "number")
            when NumberType.Of(type.CSharp) is { } number && Convert.ToString(value, CultureInfo.InvariantCulture) is { } text => new(text + number.Suffix, text),
        _ => null,
    };
}
