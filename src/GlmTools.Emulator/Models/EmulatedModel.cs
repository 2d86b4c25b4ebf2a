namespace GlmTools.Emulator;

/// <summary>Makes models out of code, for tests.</summary>
public static class EmulatedModel
{
    /// <summary>A model that answers with a function.</summary>
    /// <param name="reply">The function. Requests may come concurrently.</param>
    public static IEmulatedModel From(Func<EmulatedRequest, EmulatedReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new DelegateModel(reply);
    }

    /// <summary>A model that gives these replies one after the other, and an HTTP 500 when there are none left.</summary>
    /// <param name="replies">The replies.</param>
    public static IEmulatedModel InOrder(params EmulatedReply[] replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        return From(request => request.PreviousRequests < replies.Length
            ? replies[request.PreviousRequests]
            : throw new InvalidOperationException($"Only {replies.Length} replies were given, and this is request {request.PreviousRequests + 1}."));
    }

    private sealed class DelegateModel(Func<EmulatedRequest, EmulatedReply> reply) : IEmulatedModel
    {
        public EmulatedReply Reply(EmulatedRequest request) => reply(request);
    }
}
