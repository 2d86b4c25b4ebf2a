using System.Runtime.CompilerServices;

namespace GlmTools.Emulator.Faults;

/// <summary>A fault of what is said: other words, other calls, another end, or an error instead.</summary>
/// <param name="quirks">The quirks of protocol sheet 4.5.</param>
/// <param name="summary">What it does.</param>
/// <param name="garble">The garbled reply; <see langword="null"/> where it does not apply.</param>
/// <param name="property">The property it is the value of.</param>
internal sealed class ReplyFault(
    int[] quirks, string summary, Func<EmulatedRequest, EmulatedCompletion, EmulatedReply?> garble, [CallerMemberName] string property = "")
    : FaultProfile(property, summary, quirks)
{
    internal override bool Applies(EmulatedRequest request, EmulatedCompletion completion) => garble(request, completion) is not null;

    internal override EmulatedReply Garble(EmulatedRequest request, EmulatedCompletion completion) => garble(request, completion) ?? completion;
}
