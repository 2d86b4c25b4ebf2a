namespace BrowserTools;

public enum Unit
{
    Celsius,
    Fahrenheit,
}
