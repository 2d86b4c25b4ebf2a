using System.Runtime.CompilerServices;

namespace GlmTools.Emulator.Faults;

/// <summary>A fault of an event stream; a whole answer knows none.</summary>
/// <param name="quirks">The quirks of protocol sheet 4.5.</param>
/// <param name="summary">What it does.</param>
/// <param name="garble">Garbles the frames.</param>
/// <param name="property">The property it is the value of.</param>
internal sealed class FrameFault(
    int[] quirks,
    string summary,
    Func<IReadOnlyList<ReadOnlyMemory<byte>>, IEnumerable<ReadOnlyMemory<byte>>> garble,
    [CallerMemberName] string property = "")
    : FaultProfile(property, summary, quirks)
{
    internal override bool Applies(EmulatedRequest request, EmulatedCompletion completion) => request.Stream;

    internal override IEnumerable<ReadOnlyMemory<byte>> Garble(IReadOnlyList<ReadOnlyMemory<byte>> frames) => garble(frames);
}
