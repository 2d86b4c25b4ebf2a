using System.Text.Json;

namespace GlmTools;

/// <summary>What the service takes as functions (protocol sheet 2.5).</summary>
internal static class ToolRules
{
    private const int MaxFunctions = 128;

    /// <summary>Shorter than any function; an array that has no room for too many of them is not counted.</summary>
    private const int LeastLength = 40;

    /// <param name="tools">The array of tools, as it is sent.</param>
    public static void ThrowIfTooMany(ReadOnlySpan<byte> tools)
    {
        if (tools.Length <= MaxFunctions * LeastLength)
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
