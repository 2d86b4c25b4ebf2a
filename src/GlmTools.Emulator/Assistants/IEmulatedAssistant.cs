namespace GlmTools.Emulator;

/// <summary>What the emulated QingYan assistant says. It is asked once for every question that the service accepts.</summary>
public interface IEmulatedAssistant
{
    /// <summary>Answers a question. Questions may come concurrently; what is thrown is told as an error.</summary>
    /// <param name="request">The accepted question.</param>
    public EmulatedAssistantReply Reply(EmulatedAssistantRequest request);
}
