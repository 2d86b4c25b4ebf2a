namespace GlmTools.Emulator;

/// <summary>What the emulated service says. It is asked once for every request that the service accepts.</summary>
public interface IEmulatedModel
{
    /// <summary>Answers a request. Requests may come concurrently; what is thrown becomes an HTTP 500.</summary>
    /// <param name="request">The accepted request.</param>
    public EmulatedReply Reply(EmulatedRequest request);
}
