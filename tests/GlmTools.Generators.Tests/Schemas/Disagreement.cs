namespace GlmTools.Generators.Tests.Schemas;

/// <summary>A class of arguments about which the oracle and the binder do not have to agree.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Reason">Why the binder is right, and the schema too.</param>
/// <param name="Explains">Whether a verdict belongs to it.</param>
internal sealed record Disagreement(string Name, string Reason, Func<Verdict, bool> Explains)
{
    public override string ToString() => $"{Name}: {Reason}";
}
