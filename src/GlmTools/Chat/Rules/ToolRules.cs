using System.Text.Json;

namespace GlmTools;

/// <summary>What the service takes as functions (protocol sheet 2.5).</summary>
internal static class ToolRules
{
    private const int MaxFunctions = 128;

    /// <summary>
    /// A function says twice that it is one. Inside a text the quote would be escaped, so there cannot be more functions than half of these. The
    /// quote in front is left out: what begins with one is found slower where there are many.
    /// </summary>
    private static ReadOnlySpan<byte> Mark => "function\""u8;

    /// <param name="tools">The array of tools, as it is sent.</param>
    public static void ThrowIfTooMany(ReadOnlySpan<byte> tools)
    {
        if (tools.Count(Mark) <= MaxFunctions * 2)
        {
            return;
        }

        var json = new Utf8JsonReader(tools);
        var count = 0;
        for (json.Read(); json.NextElement(); json.Skip())
        {
            count++;
        }

        if (count > MaxFunctions)
        {
            throw RequestRules.Broken($"tools has {count} functions; the service takes {MaxFunctions}. Offer those that the question may need.");
        }
    }
}
