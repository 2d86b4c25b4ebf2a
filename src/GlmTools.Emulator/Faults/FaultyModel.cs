using GlmTools.Emulator.Faults;

namespace GlmTools.Emulator;

/// <summary>Puts faults over a model: it says the same, and GLM's wire garbles it.</summary>
public static class FaultyModel
{
    /// <summary>A model whose answers a fault garbles, wherever it applies.</summary>
    /// <param name="model">The model.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="answer">The only answer to garble, 1 for the first one; <see langword="null"/> (the default) for each. Every request the service accepts counts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="answer"/> is less than 1.</exception>
    public static IEmulatedModel WithFault(this IEmulatedModel model, FaultProfile fault, int? answer = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(answer ?? 1, 1, nameof(answer));
        return EmulatedModel.From(request =>
        {
            var reply = model.Reply(request);
            return answer is null || answer == request.PreviousRequests + 1 ? Add(reply, fault) : reply;
        });
    }

    /// <summary>
    /// A model with faults here and there, for chaos tests: the same seed and the same requests in the same order give the same faults.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="seed">What the chances follow from.</param>
    /// <param name="probability">How likely an answer is garbled, 0 to 1.</param>
    /// <param name="profiles">The faults to choose from, of those that apply; all of them where none is named.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not from 0 to 1.</exception>
    public static IEmulatedModel WithFaults(this IEmulatedModel model, int seed, double probability, params IReadOnlyList<FaultProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(profiles);
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        }

        var dice = new Dice(seed);
        return EmulatedModel.From(request =>
        {
            var reply = model.Reply(request);
            var (chance, choice) = dice.Throw();
            FaultProfile[] candidates = [.. (profiles.Count > 0 ? profiles : FaultProfile.All).Where(profile => profile.AppliesTo(request, reply))];
            return chance < probability && candidates.Length > 0 ? Add(reply, candidates[(int)(choice * candidates.Length)]) : reply;
        });
    }

    private static EmulatedReply Add(EmulatedReply reply, FaultProfile fault) => reply with { Faults = [.. reply.Faults, fault] };
}
