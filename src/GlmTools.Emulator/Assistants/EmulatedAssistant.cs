namespace GlmTools.Emulator;

/// <summary>Makes assistants out of code, for tests.</summary>
public static class EmulatedAssistant
{
    /// <summary>An assistant that says what it was asked: what the emulator has where it is given no other.</summary>
    public static IEmulatedAssistant Echo { get; } = From(static request => EmulatedAssistantReply.Say($"I am an emulated assistant. You asked: {request.Prompt}"));

    /// <summary>An assistant that answers with a function.</summary>
    /// <param name="reply">The function. Questions may come concurrently.</param>
    public static IEmulatedAssistant From(Func<EmulatedAssistantRequest, EmulatedAssistantReply> reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new DelegateAssistant(reply);
    }

    /// <summary>An assistant that gives these replies one after the other, and an error when there are none left.</summary>
    /// <param name="replies">The replies.</param>
    public static IEmulatedAssistant InOrder(params EmulatedAssistantReply[] replies)
    {
        ArgumentNullException.ThrowIfNull(replies);
        return From(request => request.PreviousRequests < replies.Length
            ? replies[request.PreviousRequests]
            : throw new InvalidOperationException($"Only {replies.Length} replies were given, and this is question {request.PreviousRequests + 1}."));
    }

    private sealed class DelegateAssistant(Func<EmulatedAssistantRequest, EmulatedAssistantReply> reply) : IEmulatedAssistant
    {
        public EmulatedAssistantReply Reply(EmulatedAssistantRequest request) => reply(request);
    }
}
