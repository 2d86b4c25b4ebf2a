using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace GlmTools.Hosting;

/// <summary>Reads the settings of a section, and says of each that cannot be read which one it is and what it has to be.</summary>
/// <param name="section">The section; <see langword="null"/> where the host has no configuration.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SettingsReader(IConfigurationSection? section, ICollection<string> problems)
{
    private const string Infinite = "infinite";
    private const int LongestShown = 16;

    public string? Text(string key) => section?[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public int? Integer(string key)
        => Read(key, "a whole number", static text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : (int?)null);

    public long? Long(string key)
        => Read(key, "a whole number", static text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : (long?)null);

    public decimal? Decimal(string key)
        => Read(key, "a number, such as 0.5", static text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : (decimal?)null);

    public double? Number(string key) => (double?)Decimal(key);

    public bool? Flag(string key)
        => Read(key, "true or false", static text => bool.TryParse(text, out var value) ? value : (bool?)null);

    /// <summary>Reads a duration. A bare number is refused, because .NET reads it as days.</summary>
    public TimeSpan? Duration(string key) => Read(key, "a duration, such as 00:05:00, or infinite", static text
        => text.Equals(Infinite, StringComparison.OrdinalIgnoreCase) ? Timeout.InfiniteTimeSpan
            : text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
            : (TimeSpan?)null);

    public T? Choice<T>(string key)
        where T : struct, Enum
        => Read(key, $"one of {string.Join(", ", Enum.GetNames<T>())}", static text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null);

    /// <summary>Reads the name of one of some things.</summary>
    public T? Named<T>(string key, params ReadOnlySpan<(string Name, T Value)> choices)
        where T : class
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var names = new List<string>();
        foreach (var (name, value) in choices)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }

            names.Add(name);
        }

        problems.Add(Wrong(key, text, $"one of {string.Join(", ", names)}"));
        return null;
    }

    /// <summary>Reads a URL. What is there instead is not shown: somebody may have swapped it with the key.</summary>
    public Uri? Url(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps))
        {
            return url;
        }

        problems.Add($"{section!.Path}:{key} is not an absolute http or https URL, such as {GlmClientOptions.Mainland}.");
        return null;
    }

    // What is longer than any setting is not shown: a key may have come to the wrong place.
    private string Wrong(string key, string text, string what)
        => $"{section!.Path}:{key} is {(text.Length <= LongestShown ? $"'{text}'" : $"a text of {text.Length} characters")}, but has to be {what}.";

    private T? Read<T>(string key, string what, Func<string, T?> read)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var value = read(text);
        if (value is null)
        {
            problems.Add(Wrong(key, text, what));
        }

        return value;
    }
}
