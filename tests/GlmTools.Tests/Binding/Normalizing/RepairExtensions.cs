using GlmTools.Binding.Normalizing;

namespace GlmTools.Tests.Binding.Normalizing;

/// <summary>Applies a single repair.</summary>
internal static class RepairExtensions
{
    /// <summary>The repaired text, or <see langword="null"/> where the repair does not apply.</summary>
    public static string? Apply(this ArgumentRepair repair, string text) => repair.TryApply(text, out var repaired) ? repaired : null;
}
