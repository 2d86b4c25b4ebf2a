using System.Text;

namespace GlmTools;

/// <summary>A message of a transcript. The answer to a call is made into one only where somebody looks at it.</summary>
internal readonly struct TranscriptMessage
{
    private readonly GlmChatMessage? _message;
    private readonly string? _callId;
    private readonly ReadOnlyMemory<byte> _answer;

    public TranscriptMessage(GlmChatMessage message) => _message = message;

    public TranscriptMessage(string callId, ReadOnlyMemory<byte> answer) => (_callId, _answer) = (callId, answer);

    public GlmChatRole Role => _message?.Role ?? GlmChatRole.Tool;

    public GlmChatMessage ToMessage() => _message ?? GlmChatMessage.Tool(_callId!, Encoding.UTF8.GetString(_answer.Span));
}
