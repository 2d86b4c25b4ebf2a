using System.Text;
using DiffEngine;

namespace GlmTools.Testing;

/// <summary>A text that was agreed to, and beside it, while they differ, the one that came.</summary>
/// <param name="stem">The path in front of <c>.verified</c>.</param>
/// <param name="extension">The extension, with its dot.</param>
internal sealed class SnapshotFile(string stem, string extension)
{
    public string Verified { get; } = $"{stem}.verified{extension}";

    public string Received { get; } = $"{stem}.received{extension}";

    /// <summary>Compares, and leaves behind what somebody has to look at.</summary>
    /// <returns>What was agreed to, empty where nothing was yet; <see langword="null"/> where it is the same.</returns>
    public async Task<string?> CompareAsync(string text, CancellationToken cancellationToken)
    {
        // What git and editors do to the ends of lines and of the file is no change.
        var agreed = File.Exists(Verified) ? Normal(await File.ReadAllTextAsync(Verified, cancellationToken).ConfigureAwait(false)) : "";
        if (agreed == Normal(text))
        {
            File.Delete(Received);
            DiffRunner.Kill(Received, Verified);
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Received)!);
        await File.WriteAllTextAsync(Received, text, new UTF8Encoding(), cancellationToken).ConfigureAwait(false);
        if (!BuildServerDetector.Detected)
        {
            await DiffRunner.LaunchForTextAsync(Received, Verified).ConfigureAwait(false);
        }

        return agreed;
    }

    /// <summary>The first line in which two texts differ, as both have it.</summary>
    public static string FirstDifference(string verified, string received)
    {
        var (before, after) = (Normal(verified).Split('\n'), Normal(received).Split('\n'));
        var line = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n  verified: {before.ElementAtOrDefault(line)?.Trim() ?? "(end)"}\n  received: {after.ElementAtOrDefault(line)?.Trim() ?? "(end)"}";
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
