using System.Globalization;
using System.Text.Json;

namespace GlmTools;

/// <summary>Reads price tables. A name it does not know is a mistake, because a limit that was misspelt would make a price wrong in silence.</summary>
internal static class PriceTableReader
{
    /// <summary>Reads a table that is part of the assembly.</summary>
    public static GlmPriceTable ReadBuiltIn(string name)
    {
        using var stream = typeof(PriceTableReader).Assembly.GetManifestResourceStream(name)!;
        using var text = new StreamReader(stream);
        return Read(text.ReadToEnd());
    }

    public static GlmPriceTable Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            return ReadTable(document.RootElement);
        }
        catch (JsonException malformed)
        {
            throw new GlmException($"The price table cannot be read: {malformed.Message}", malformed);
        }
    }

    private static GlmPriceTable ReadTable(JsonElement table)
    {
        string? currency = null;
        DateOnly? date = null;
        var prices = new Dictionary<string, GlmPrice>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Members(table, "the table"))
        {
            switch (member.Name)
            {
                case "currency":
                    currency = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
                    break;
                case "date":
                    date = Date(member.Value);
                    break;
                case "models":
                    foreach (var model in Members(member.Value, "models"))
                    {
                        prices[model.Name] = ReadPrice(model.Value, $"models[\"{model.Name}\"]");
                    }

                    break;
                default:
                    throw Unknown(member.Name, "the table", "currency, date and models");
            }
        }

        return string.IsNullOrWhiteSpace(currency)
            ? throw Wrong("currency", "has to be a text such as \"CNY\"")
            : new GlmPriceTable(currency, date, prices);
    }

    private static GlmPrice ReadPrice(JsonElement price, string place)
    {
        if (price.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(place, "has to be an array of tiers");
        }

        try
        {
            return new GlmPrice(price.EnumerateArray().Select((tier, i) => ReadTier(tier, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"))));
        }
        catch (ArgumentException unfit)
        {
            // The message without the name of the parameter, which the reader of a file does not know.
            throw Wrong($"{place}:", unfit.Message.Split(" (Parameter", 2)[0].TrimEnd('.'));
        }
    }

    private static GlmPriceTier ReadTier(JsonElement tier, string place)
    {
        decimal? input = null, cachedInput = null, output = null;
        long? promptBelow = null, completionBelow = null;
        foreach (var member in Members(tier, place))
        {
            switch (member.Name)
            {
                case "input":
                    input = Amount(member.Value, $"{place}.input");
                    break;
                case "cachedInput":
                    cachedInput = Amount(member.Value, $"{place}.cachedInput");
                    break;
                case "output":
                    output = Amount(member.Value, $"{place}.output");
                    break;
                case "promptBelow":
                    promptBelow = Tokens(member.Value, $"{place}.promptBelow");
                    break;
                case "completionBelow":
                    completionBelow = Tokens(member.Value, $"{place}.completionBelow");
                    break;
                default:
                    throw Unknown(member.Name, place, "input, cachedInput, output, promptBelow and completionBelow");
            }
        }

        return new(input ?? throw Wrong(place, "has no input"), output ?? throw Wrong(place, "has no output"))
        {
            CachedInput = cachedInput,
            PromptBelow = promptBelow,
            CompletionBelow = completionBelow,
        };
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement value, string place)
        => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw Wrong(place, "has to be an object");

    private static DateOnly Date(JsonElement value)
        => value.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong("date", "has to be a day such as \"2026-10-06\"");

    private static decimal Amount(JsonElement value, string place)
        => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount)
            ? amount
            : throw Wrong(place, "has to be a number: the price of a million tokens");

    private static long Tokens(JsonElement value, string place)
        => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var tokens)
            ? tokens
            : throw Wrong(place, "has to be a whole number of tokens");

    private static GlmException Unknown(string name, string place, string known)
        => new($"The price table cannot be read: {place} has \"{name}\", and may only have {known}.");

    private static GlmException Wrong(string place, string what) => new($"The price table cannot be read: {place} {what}.");
}
