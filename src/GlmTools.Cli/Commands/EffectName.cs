namespace GlmTools.Cli.Commands;

/// <summary>Effects of tools as this command writes them.</summary>
internal static class EffectName
{
    public static string Of(GlmToolEffect effect) => effect switch
    {
        GlmToolEffect.ReadOnly => "read_only",
        GlmToolEffect.Idempotent => "idempotent",
        GlmToolEffect.Destructive => "destructive",
        _ => "unspecified",
    };
}
