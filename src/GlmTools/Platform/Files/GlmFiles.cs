
namespace GlmTools;

/// <summary>Files at the service (protocol sheet 8.7).</summary>
public sealed class GlmFiles
{
    /// <summary>The most files the service lists at a time.</summary>
    private const int PageSize = 100;

    private readonly GlmTransport _transport;

    internal GlmFiles(GlmTransport transport) => _transport = transport;

    /// <summary>Uploads a file. The service takes up to 100 MB.</summary>
    /// <param name="file">The file.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmFile> UploadAsync(GlmUpload file, GlmFilePurpose purpose, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrEmpty(purpose.Value, nameof(purpose));
        return _transport.SendAsync(ApiRequest.Post("files", file.Form(("purpose", purpose.Value))), PlatformJson.Default.GlmFile, cancellationToken);
    }

    /// <summary>Lists all files, asking for more as you go on.</summary>
    /// <param name="purpose">Only those for this; <see langword="null"/> (the default) for all.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public IAsyncEnumerable<GlmFile> ListAsync(GlmFilePurpose? purpose = null, CancellationToken cancellationToken = default)
    {
        var filter = purpose is { } only ? $"&purpose={Uri.EscapeDataString(only.Value)}" : "";
        return _transport.ListAsync($"files?limit={PageSize}{filter}", PlatformJson.Default.ListPageGlmFile, static file => file.Id, cancellationToken);
    }

    /// <summary>Deletes a file.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Whether the service says that it is deleted.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public async Task<bool> DeleteAsync(string fileId, CancellationToken cancellationToken = default)
    {
        var request = ApiRequest.Delete($"files/{FieldLimit.Id(nameof(fileId), fileId)}");
        return (await _transport.SendAsync(request, PlatformJson.Default.Deletion, cancellationToken).ConfigureAwait(false)).Deleted;
    }

    /// <summary>Opens the content of a file. The service hands out those of batches only.</summary>
    /// <param name="fileId">The id of the file.</param>
    /// <param name="cancellationToken">Cancels the request, and the reading as well.</param>
    /// <returns>The content as it arrives; dispose of it, and read it with the asynchronous methods. A connection that breaks meanwhile is a <see cref="GlmStreamException"/>.</returns>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<Stream> OpenAsync(string fileId, CancellationToken cancellationToken = default)
        => _transport.DownloadAsync(ApiRequest.Get($"files/{FieldLimit.Id(nameof(fileId), fileId)}/content"), cancellationToken).AsTask();
}
