using System.Text.Json;
using GlmTools.Testing;

namespace GlmTools.Cli.Page.Timelines;

/// <summary>Reads a file for people to look at: a run, with or without its exchanges, or a cassette. Secrets are taken out as a recorder does.</summary>
internal static class SavedTimeline
{
    /// <summary>Reads a run or a cassette.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="secrets">What is known to be secret.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CliException">It is neither.</exception>
    public static async Task<RunTimeline> ReadAsync(string json, IEnumerable<string> secrets, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var scrubber = new Scrubber(secrets);
            scrubber.Learn(root);
            var isRun = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("entries", out _);
            var hasWire = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("exchanges", out _);
            if (!isRun && !hasWire)
            {
                throw new CliException("it is no run (glmtools run --save, GlmRun.ToJson()) and no cassette.");
            }

            GlmRecordedExchange[] exchanges = hasWire ? [.. GlmCassette.Parse(json).Exchanges.Select(scrubber.Exchange)] : [];
            return isRun
                ? RunTimelineReader.Read(GlmRun.Parse(scrubber.Json(root).GetRawText()), exchanges)
                : await CassetteTimelineReader.ReadAsync(exchanges, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception malformed) when (malformed is JsonException or GlmException or GlmCassetteException)
        {
            throw new CliException($"it is no run and no cassette: {malformed.Message}");
        }
    }
}
