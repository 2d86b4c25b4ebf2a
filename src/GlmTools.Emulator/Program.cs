namespace GlmTools.Emulator;

internal static class Program
{
    private static void Main() => Console.WriteLine("The emulator is on its way.");
}
