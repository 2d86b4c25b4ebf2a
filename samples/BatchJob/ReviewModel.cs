using GlmTools.Emulator;

namespace BatchJob;

/// <summary>What the emulator answers: a review with more good words than bad ones is good.</summary>
internal sealed class ReviewModel : IEmulatedModel
{
    private static readonly string[] Good = ["love", "great", "fast", "喜欢", "很好"];
    private static readonly string[] Bad = ["broke", "slow", "never", "差", "失望"];

    public EmulatedReply Reply(EmulatedRequest request)
    {
        var review = request.Messages[^1].Text;
        return EmulatedReply.Say((Count(review, Good) - Count(review, Bad)) switch
        {
            > 0 => "positive",
            < 0 => "negative",
            _ => "neutral",
        });
    }

    private static int Count(string review, string[] words) => words.Count(word => review.Contains(word, StringComparison.OrdinalIgnoreCase));
}
