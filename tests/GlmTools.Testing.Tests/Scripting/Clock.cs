using System.ComponentModel;

namespace GlmTools.Testing.Tests.Scripting;

public static class Clock
{
    [GlmTool, Description("What time it is in a zone.")]
    public static string TimeIn(string zone) => $"10:00 {zone}";
}
