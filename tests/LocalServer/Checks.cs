namespace LocalServer;

/// <summary>Prints one line for each check, and counts.</summary>
internal sealed class Checks
{
    public int Passed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>Runs a check, which returns what it saw, or throws.</summary>
    public async Task RunAsync(string name, Func<Task<string>> check)
    {
        try
        {
            Console.WriteLine($"ok      {name}: {await check()}");
            Passed++;
        }
        catch (Exception failure)
        {
            Console.WriteLine($"FAILED  {name}: {(failure is CheckException ? failure.Message : failure)}");
            Failed++;
        }
    }

    /// <exception cref="CheckException">It is not so.</exception>
    public static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new CheckException(otherwise);
        }
    }
}
