namespace GlmTools.Tests.Tools;

/// <summary>An account whose constructor looks at its code.</summary>
public sealed class Iban
{
    public Iban(string code)
    {
        Code = code switch
        {
            "secret" => throw new ArgumentException("the database says no"),
            "XX" => throw new GlmToolException("XX is no country"),
            _ => code,
        };
    }

    public string Code { get; }
}
