namespace GlmTools.Tests.Agent;

/// <summary>Tools with the names of the desk's and other definitions, as a later version of the program has them.</summary>
public sealed class ChangedDesk
{
    /// <summary>How often any of them was called.</summary>
    public int Calls { get; private set; }

    /// <summary>Signs in somebody's name.</summary>
    /// <param name="paper">Whose.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true)]
    public void Sign(string paper) => Calls++;

    /// <summary>Shreds a box.</summary>
    /// <param name="paper">Which box.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public void Shred(string paper) => Calls++;

    /// <summary>Puts a box away.</summary>
    /// <param name="paper">Which box.</param>
    [GlmTool("put", Effect = GlmToolEffect.Idempotent)]
    public void Put(string paper) => Calls++;
}
