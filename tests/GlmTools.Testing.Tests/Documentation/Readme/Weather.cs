namespace GlmTools.Testing.Tests.Documentation.Readme.Pages;

internal sealed record Weather(string Location, double Temperature, Unit Unit);
