using System.Runtime.CompilerServices;

namespace GlmTools;

/// <summary>Many requests that the service answers in its own time, for half the price (protocol sheet 8.7).</summary>
public sealed class GlmBatches
{
    private const int PageSize = 100;

    private readonly GlmTransport _transport;
    private readonly GlmFiles _files;

    internal GlmBatches(GlmTransport transport, GlmFiles files) => (_transport, _files) = (transport, files);

    /// <summary>Starts a batch with a file that was uploaded.</summary>
    /// <param name="request">The file, and what to do with it.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">A field is not what the service takes.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmBatch> CreateAsync(GlmBatchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Validate();
        return _transport.PostAsync("batches", request, PlatformJson.Default.GlmBatchRequest, PlatformJson.Default.GlmBatch, cancellationToken);
    }

    /// <summary>Uploads a file of requests and starts a batch with it.</summary>
    /// <param name="file">The requests.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="InvalidOperationException">The file is empty.</exception>
    /// <inheritdoc cref="CreateAsync(GlmBatchRequest, CancellationToken)" path="/exception"/>
    public async Task<GlmBatch> CreateAsync(GlmBatchFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var uploaded = await _files.UploadAsync(file.ToUpload(), GlmFilePurpose.Batch, cancellationToken).ConfigureAwait(false);
        return await CreateAsync(new GlmBatchRequest { InputFileId = uploaded.Id, Endpoint = file.Endpoint! }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks once how far a batch is.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public Task<GlmBatch> GetAsync(string batchId, CancellationToken cancellationToken = default)
        => _transport.SendAsync(ApiRequest.Get(Path(batchId)), PlatformJson.Default.GlmBatch, cancellationToken);

    /// <summary>Lists all batches, asking for more as you go on.</summary>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public IAsyncEnumerable<GlmBatch> ListAsync(CancellationToken cancellationToken = default)
        => _transport.ListAsync($"batches?limit={PageSize}", PlatformJson.Default.ListPageGlmBatch, static batch => batch.Id, cancellationToken);

    /// <summary>Asks the service to stop a batch. What is answered already stays.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public Task<GlmBatch> CancelAsync(string batchId, CancellationToken cancellationToken = default)
        => _transport.SendAsync(new ApiRequest(HttpMethod.Post, $"{Path(batchId)}/cancel"), PlatformJson.Default.GlmBatch, cancellationToken);

    /// <summary>Waits until a batch is completed.</summary>
    /// <param name="batchId">The id of the batch.</param>
    /// <param name="polling">How often to ask, and how long; <see langword="null"/> for <see cref="GlmPolling.Patient"/>.</param>
    /// <param name="progress">Told of the batch after each question.</param>
    /// <param name="cancellationToken">Ends the waiting. The batch goes on.</param>
    /// <exception cref="GlmBatchException">The batch ended otherwise, or was not done in time.</exception>
    /// <inheritdoc cref="GetAsync" path="/exception"/>
    public async Task<GlmBatch> WaitAsync(string batchId, GlmPolling? polling = null, IProgress<GlmBatch>? progress = null, CancellationToken cancellationToken = default)
    {
        polling ??= GlmPolling.Patient;
        var batch = await polling.UntilAsync(
            token => GetAsync(batchId, token),
            static batch => batch.Status.IsFinal,
            progress,
            _transport.TimeProvider,
            cancellationToken).ConfigureAwait(false);
        return batch.Status == GlmBatchStatus.Completed ? batch : throw new GlmBatchException(batch, polling.Timeout);
    }

    /// <summary>Reads the results of a batch as they arrive, in any order: first the answers, then the failures.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="GlmStreamException">A file broke off, or holds something else.</exception>
    /// <inheritdoc cref="GlmChat.CompleteAsync" path="/exception"/>
    public async IAsyncEnumerable<GlmBatchResult> ReadResultsAsync(GlmBatch batch, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        foreach (var fileId in new[] { batch.OutputFileId, batch.ErrorFileId })
        {
            if (string.IsNullOrEmpty(fileId))
            {
                continue;
            }

            var file = await _files.OpenAsync(fileId, cancellationToken).ConfigureAwait(false);
            await using var disposal = file.ConfigureAwait(false);
            await foreach (var result in BatchResultReader.ReadAsync(file, cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }

    /// <summary>Uploads requests, waits until they are done, and reads what became of them.</summary>
    /// <param name="file">The requests.</param>
    /// <param name="polling">How often to ask, and how long; <see langword="null"/> for <see cref="GlmPolling.Patient"/>.</param>
    /// <param name="progress">Told of the batch after each question.</param>
    /// <param name="cancellationToken">Ends the waiting. A batch that was started goes on.</param>
    /// <returns>The results by the names that the requests were given.</returns>
    /// <inheritdoc cref="WaitAsync" path="/exception"/>
    public async Task<IReadOnlyDictionary<string, GlmBatchResult>> RunAsync(
        GlmBatchFile file,
        GlmPolling? polling = null,
        IProgress<GlmBatch>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var batch = await CreateAsync(file, cancellationToken).ConfigureAwait(false);
        progress?.Report(batch);
        batch = await WaitAsync(batch.Id, polling, progress, cancellationToken).ConfigureAwait(false);
        var results = new Dictionary<string, GlmBatchResult>(file.Count);
        await foreach (var result in ReadResultsAsync(batch, cancellationToken).ConfigureAwait(false))
        {
            results[result.CustomId] = result;
        }

        return results;
    }

    private static string Path(string batchId) => $"batches/{FieldLimit.Id(nameof(batchId), batchId)}";
}
