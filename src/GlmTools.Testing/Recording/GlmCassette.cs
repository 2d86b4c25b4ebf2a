using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools.Testing;

/// <summary>What went over the wire, in a file to read, to review and to replay.</summary>
public sealed class GlmCassette
{
    /// <summary>Creates a cassette.</summary>
    /// <param name="exchanges">The exchanges, in the order in which they began.</param>
    public GlmCassette(IEnumerable<GlmRecordedExchange> exchanges)
    {
        ArgumentNullException.ThrowIfNull(exchanges);
        Exchanges = [.. exchanges];
    }

    /// <summary>The exchanges, in the order in which they began.</summary>
    public IReadOnlyList<GlmRecordedExchange> Exchanges { get; }

    /// <summary>Reads a cassette.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    /// <exception cref="GlmCassetteException">There is no such file, or it is no cassette.</exception>
    public static async Task<GlmCassette> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is GlmCassetteException or IOException or UnauthorizedAccessException)
        {
            throw new GlmCassetteException($"{path}: {failure.Message}", failure);
        }
    }

    /// <summary>Reads a cassette, or anything else with an array of <c>exchanges</c> at its top.</summary>
    /// <param name="json">The cassette.</param>
    /// <exception cref="GlmCassetteException">It is none.</exception>
    public static GlmCassette Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CassetteReader.Read(json);
    }

    /// <summary>Writes the cassette, with <c>\n</c> and a line end behind the last line.</summary>
    /// <param name="path">The file; its folder is made where there is none.</param>
    /// <param name="cancellationToken">Gives up writing.</param>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllTextAsync(path, ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The cassette as it stands in its file.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ToolJson.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("cassette", CassetteReader.Version);
            json.WritePropertyName("exchanges");
            WriteExchanges(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Writes the array of exchanges, for a file that holds more than them.</summary>
    /// <param name="json">Where to.</param>
    public void WriteExchanges(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        CassetteWriter.Write(json, Exchanges);
    }
}
