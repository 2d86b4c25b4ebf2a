using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Validation;

/// <summary>What one optional field must be.</summary>
/// <param name="Field">The field, with a dot for a member of it.</param>
/// <param name="Expected">What it must be, as the refusal says it.</param>
/// <param name="IsMet">Whether a value is that.</param>
internal sealed record FieldRule(string Field, string Expected, Func<JsonElement, bool> IsMet)
{
    public static FieldRule Text(string field, int shortest, int longest)
        => new(field, $"text of {shortest} to {longest} characters", value => value.AsText() is { } text && text.Length >= shortest && text.Length <= longest);

    public static FieldRule Bool(string field)
        => new(field, "true or false", static value => value.ValueKind is JsonValueKind.True or JsonValueKind.False);

    public static FieldRule Number(string field, double least, double most)
        => new(
            field,
            FormattableString.Invariant($"a number from {least} to {most}"),
            value => value.ValueKind is JsonValueKind.Number && value.GetDouble() >= least && value.GetDouble() <= most);

    public static FieldRule Integer(string field, long least, long most)
        => new(
            field,
            $"a whole number from {least} to {most}",
            value => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most);

    public static FieldRule OneOf(string field, params string[] values)
        => new(field, $"one of {string.Join(", ", values)}", value => values.Contains(value.AsText()));

    public static FieldRule Object(string field)
        => new(field, "an object", static value => value.ValueKind is JsonValueKind.Object);

    public static FieldRule Texts(string field, int most)
        => new(
            field,
            $"an array of at most {most} strings",
            value => value.ValueKind is JsonValueKind.Array
                && value.GetArrayLength() <= most
                && value.EnumerateArray().All(static item => item.ValueKind is JsonValueKind.String));

    /// <summary>Whether the body obeys; a missing field does.</summary>
    public bool Accepts(JsonElement body)
    {
        JsonElement? value = body;
        foreach (var name in Field.Split('.'))
        {
            value = value?.Find(name);
        }

        return value is null || IsMet(value.Value);
    }
}
