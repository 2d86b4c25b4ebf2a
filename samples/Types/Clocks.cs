namespace Types;

/// <summary>The smallest container there is; an application brings its own.</summary>
internal sealed class Clocks : IServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(TimeProvider) ? TimeProvider.System : null;
}
