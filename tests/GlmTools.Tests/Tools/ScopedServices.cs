using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Tests.Tools;

/// <summary>A container that knows one type, makes it once a scope, and disposes of it with the scope.</summary>
internal sealed class ScopedServices(Func<IDisposable> make) : IServiceProvider, IServiceScopeFactory
{
    public object? GetService(Type serviceType) => serviceType == typeof(IServiceScopeFactory) ? this : null;

    public IServiceScope CreateScope() => new Scope(make);

    private sealed class Scope(Func<IDisposable> make) : IServiceScope, IServiceProvider
    {
        private IDisposable? _made;

        public IServiceProvider ServiceProvider => this;

        public object? GetService(Type serviceType)
        {
            _made ??= make();
            return serviceType.IsInstanceOfType(_made) ? _made : null;
        }

        public void Dispose() => _made?.Dispose();
    }
}
