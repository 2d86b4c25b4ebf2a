using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace GlmTools.Emulator.Faults;

/// <summary>A fault of the JSON that carries an answer: members that are missing, twice, or of another kind.</summary>
/// <param name="quirks">The quirks of protocol sheet 4.5.</param>
/// <param name="summary">What it does.</param>
/// <param name="applies">Whether it applies.</param>
/// <param name="garble">Garbles the body, or the chunks of a stream.</param>
/// <param name="fragments">Whether streamed arguments come in fragments; as the request asks where it is left out.</param>
/// <param name="property">The property it is the value of.</param>
internal sealed class PayloadFault(
    int[] quirks,
    string summary,
    Func<EmulatedRequest, EmulatedCompletion, bool> applies,
    Func<IReadOnlyList<JsonObject>, IEnumerable<JsonObject>> garble,
    bool? fragments = null,
    [CallerMemberName] string property = "")
    : FaultProfile(property, summary, quirks)
{
    internal override bool? Fragments => fragments;

    internal override bool GarblesPayloads => true;

    internal override bool Applies(EmulatedRequest request, EmulatedCompletion completion) => applies(request, completion);

    internal override IEnumerable<JsonObject> Garble(IReadOnlyList<JsonObject> payloads) => garble(payloads);
}
