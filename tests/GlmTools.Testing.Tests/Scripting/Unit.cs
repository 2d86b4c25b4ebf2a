namespace GlmTools.Testing.Tests.Scripting;

public enum Unit
{
    C,
    F,
}
