using GlmTools.Emulator;

namespace Approvals;

/// <summary>What the emulator says without a key: it asks for the balance and the transfer at once, and repeats what comes of the transfer.</summary>
internal sealed class ScriptedModel : IEmulatedModel
{
    public EmulatedReply Reply(EmulatedRequest request) => request.Messages[^1] switch
    {
        { Role: "tool" } transfer when transfer.Text.StartsWith("Error", StringComparison.Ordinal) => EmulatedReply.Say($"The rent is not paid. {transfer.Text}"),
        { Role: "tool" } transfer => EmulatedReply.Say($"The rent is paid: {transfer.Text}"),
        _ => EmulatedReply.Calls(
            new EmulatedToolCall("get_balance", """{"account":"li.wei"}"""),
            new EmulatedToolCall("transfer", """{"from":"li.wei","to":"landlord","amount":250}""")),
    };
}
