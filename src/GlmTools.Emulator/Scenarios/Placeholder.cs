using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Scenarios;

/// <summary>One place to fill: a capture, or a tool's result or a member of it.</summary>
/// <param name="Name">The group of a pattern or the name of a tool.</param>
/// <param name="ResultIndex">Which of the tool's results, from 0.</param>
/// <param name="Members">The way into the result; empty for all of it.</param>
/// <param name="IsNumber">Whether the value must be a number.</param>
internal sealed partial record Placeholder(string Name, int ResultIndex, IReadOnlyList<string> Members, bool IsNumber)
{
    private const string ChineseDigits = "零一二三四五六七八九十";

    /// <summary>The placeholder, or <see langword="null"/> when the text between the braces is not one.</summary>
    public static Placeholder? Parse(string text)
    {
        var match = Pattern().Match(text);
        return !match.Success ? null : new(
            match.Groups["name"].Value,
            match.Groups["index"] is { Success: true } index ? int.Parse(index.ValueSpan, CultureInfo.InvariantCulture) : 0,
            [.. match.Groups["member"].Captures.Select(static capture => capture.Value)],
            match.Groups["number"].Success);
    }

    /// <summary>The value, or <see langword="null"/> when there is none or it is no number though it must be.</summary>
    public string? Resolve(ScenarioTurn turn)
    {
        var value = turn.Captures.GetValueOrDefault(Name) ?? Find(turn.Results[Name].ElementAtOrDefault(ResultIndex));
        return IsNumber && value is not null ? Number(value) : value;
    }

    private string? Find(string? result)
    {
        if (result is null || Members.Count == 0)
        {
            return result;
        }

        using var json = StrictJson.ParseObject(Encoding.UTF8.GetBytes(result));
        JsonElement? value = json?.RootElement;
        foreach (var member in Members)
        {
            value = value?.Find(member);
        }

        return value?.AsText() ?? value?.GetRawText();
    }

    /// <summary>The digits of a number; Chinese writes small ones as 两天, 三天.</summary>
    private static string? Number(string text)
    {
        if (text.Length == 1 && ChineseDigits.IndexOf(text.Replace('两', '二'), StringComparison.Ordinal) is >= 0 and var digit)
        {
            return digit.ToString(CultureInfo.InvariantCulture);
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex(@"^(?<name>[\p{L}\p{Nd}_-]+)(?:\[(?<index>\d{1,3})\])?(?:\.(?<member>[^.:\[\]\s]+))*(?<number>:number)?$")]
    private static partial Regex Pattern();
}
