namespace GlmTools;

/// <summary>How every task is handed in.</summary>
internal static class TaskSubmission
{
    extension(GlmTransport transport)
    {
        public Task<GlmTask> SubmitAsync(ApiRequest request, CancellationToken cancellationToken)
            => transport.SendAsync(request, Read, cancellationToken).AsTask();
    }

    // Without its id nobody can ask for it.
    private static GlmTask? Read(ReadOnlySpan<byte> utf8)
        => PlatformJson.Read(utf8, PlatformJson.Default.GlmTask) is { Id.Length: > 0 } task ? task : null;
}
