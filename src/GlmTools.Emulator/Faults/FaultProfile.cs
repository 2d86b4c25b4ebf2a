using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GlmTools.Emulator;

/// <summary>
/// One way in which GLM, or a host of it, garbles an answer on its way to the client: the quirks of protocol sheet 4.5, the streams of
/// 5 and the errors of 6. A fault changes replies it applies to, and leaves all others as they are. It never changes what the emulator takes.
/// </summary>
/// <remarks>Put one over a model with <see cref="FaultyModel"/>, or on a single reply with <see cref="EmulatedReply.Faults"/>.</remarks>
public abstract partial class FaultProfile
{
    private protected FaultProfile(string property, string summary, int[] quirks)
    {
        Name = Capital().Replace(property, "-$0").ToLowerInvariant();
        Summary = summary;
        Quirks = quirks;
    }

    /// <summary>All profiles, in the order of their kinds: arguments, calls, answers, streams, errors.</summary>
    public static IReadOnlyList<FaultProfile> All => field ??= [.. ArgumentFaults, .. CallFaults, .. AnswerFaults, .. StreamFaults, .. ErrorFaults];

    /// <summary>The name of the property in lower case with hyphens: <c>empty-arguments</c>.</summary>
    public string Name { get; }

    /// <summary>What it does to an answer, in a line.</summary>
    public string Summary { get; }

    /// <summary>The numbers of the quirks in protocol sheet 4.5; none for what the sheet describes elsewhere.</summary>
    public IReadOnlyList<int> Quirks { get; }

    /// <summary>The profile of a name, or <see langword="null"/> where there is none.</summary>
    /// <param name="name">The name, such as <c>empty-arguments</c>.</param>
    public static FaultProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>Whether it changes this reply. It never changes failures and raw replies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="reply">What the model answers to it.</param>
    public bool AppliesTo(EmulatedRequest request, EmulatedReply reply)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reply);
        return reply is EmulatedCompletion completion && Applies(request, completion);
    }

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>Whether arguments are streamed in fragments; <see langword="null"/> where that is as the request asks.</summary>
    internal virtual bool? Fragments => null;

    internal abstract bool Applies(EmulatedRequest request, EmulatedCompletion completion);

    /// <summary>Garbles what the model says.</summary>
    internal virtual EmulatedReply Garble(EmulatedRequest request, EmulatedCompletion completion) => completion;

    /// <summary>Garbles the JSON that carries it: one body, or the chunks of a stream.</summary>
    internal virtual IEnumerable<JsonObject> Garble(IReadOnlyList<JsonObject> payloads) => payloads;

    /// <summary>Garbles the stream: its frames with <c>[DONE]</c> as the last one.</summary>
    internal virtual IEnumerable<ReadOnlyMemory<byte>> Garble(IReadOnlyList<ReadOnlyMemory<byte>> frames) => frames;

    /// <summary>Whether it has anything to do with payloads, which are parsed only where it has.</summary>
    internal virtual bool GarblesPayloads => false;

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
