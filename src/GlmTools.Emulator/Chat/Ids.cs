using System.Globalization;
using System.Security.Cryptography;

namespace GlmTools.Emulator.Chat;

/// <summary>Ids in the forms the service uses (protocol sheet 4.1, 4.4).</summary>
internal static class Ids
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>A time stamp of the service's own time zone and 16 hex digits: <c>20250903175252238af0243ae54afb</c>.</summary>
    public static string Completion(DateTimeOffset now)
        => now.ToOffset(Beijing).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Gives each call without an id <c>call_</c> and 19 digits; parallel calls count upward.</summary>
    public static IReadOnlyList<EmulatedToolCall> Complete(IReadOnlyList<EmulatedToolCall> calls)
    {
        var first = Random.Shared.NextInt64(1_000_000_000_000_000_000, 9_000_000_000_000_000_000);
        return [.. calls.Select((call, index) => call.Id is null ? call with { Id = $"call_{first + index}" } : call)];
    }
}
