namespace GlmTools.Cli.Tests.Tools;

/// <summary>Where the command finds the services of this assembly.</summary>
internal static class Startup
{
    public static IServiceProvider CreateServices() => new Services();

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Greeting) ? new Greeting("Hello") : null;
    }
}
