using System.Runtime.CompilerServices;
using DiffEngine;

namespace GlmTools.Testing.Tests.Snapshots;

/// <summary>Half of these tests fail on purpose; nobody wants to see that in a diff tool.</summary>
internal static class DiffTools
{
    [ModuleInitializer]
    internal static void Disable() => DiffRunner.Disabled = true;
}
