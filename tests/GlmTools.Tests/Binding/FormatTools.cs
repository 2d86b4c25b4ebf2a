namespace GlmTools.Tests.Binding;

/// <summary>A tool that needs a value of every format.</summary>
public static class FormatTools
{
    /// <summary>Takes one of each.</summary>
    [GlmTool]
    public static string TakeAll(
        DateTime at, DateTimeOffset zoned, DateOnly day, TimeOnly time, TimeSpan span, Guid id, Uri link, char letter,
        sbyte small, ulong large, decimal price, float ratio, bool flag, Fare fare, int? maybe, Dictionary<string, Fare> fares)
        => "ok";
}
