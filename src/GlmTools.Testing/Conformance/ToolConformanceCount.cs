namespace GlmTools.Testing;

/// <summary>What a tool was tried with.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Accepted">How many arguments both allow.</param>
/// <param name="Refused">How many both refuse, for the same place.</param>
/// <param name="Repaired">How many the schema refuses and the binder reads as they were meant, as documented.</param>
/// <param name="Stricter">How many the schema allows and the binder refuses, as documented: numbers beyond their C# type and misspelt keys.</param>
public sealed record ToolConformanceCount(string Tool, int Accepted, int Refused, int Repaired, int Stricter)
{
    /// <summary>How many arguments there were.</summary>
    public int Total => Accepted + Refused + Repaired + Stricter;

    /// <summary>The figures as a line.</summary>
    public override string ToString() => $"{Tool}: {Accepted} accepted, {Refused} refused, {Repaired} repaired, {Stricter} refused beyond the schema";
}
