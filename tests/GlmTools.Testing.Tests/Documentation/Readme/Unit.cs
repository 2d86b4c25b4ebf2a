namespace GlmTools.Testing.Tests.Documentation.Readme.Pages;

internal enum Unit
{
    C,
    F,
}
