using System.Text.Json.Nodes;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Faults;

/// <summary>A reply with the faults that apply to it, each on top of those before.</summary>
internal sealed class FaultChain
{
    private readonly List<FaultProfile> _faults = [];

    public FaultChain(EmulatedRequest request, EmulatedReply reply)
    {
        foreach (var fault in reply.Faults)
        {
            if (reply is EmulatedCompletion completion && fault.Applies(request, completion))
            {
                reply = fault.Garble(request, completion);
                _faults.Add(fault);
            }
        }

        Reply = reply;
    }

    /// <summary>What is left of the reply.</summary>
    public EmulatedReply Reply { get; }

    /// <inheritdoc cref="FaultProfile.Fragments"/>
    public bool? Fragments => _faults.Select(static fault => fault.Fragments).LastOrDefault(static fragments => fragments is not null);

    /// <summary>The body, or the chunks of a stream, as they go out.</summary>
    public IEnumerable<byte[]> Payloads(IEnumerable<byte[]> payloads)
    {
        foreach (var fault in _faults.Where(static fault => fault.GarblesPayloads))
        {
            JsonObject[] parsed = [.. payloads.Select(static payload => JsonNode.Parse(payload)!.AsObject())];
            payloads = [.. fault.Garble(parsed).Select(static payload => StrictJson.Write(json => payload.WriteTo(json)))];
        }

        return payloads;
    }

    /// <summary>The frames of a stream as they go out.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Frames(IEnumerable<ReadOnlyMemory<byte>> frames)
        => _faults.Aggregate(frames, static (frames, fault) => fault.Garble([.. frames]));
}
