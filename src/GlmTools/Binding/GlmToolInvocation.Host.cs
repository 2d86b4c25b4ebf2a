using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Binding;

/// <content>What a method gets from the host, for the parameters that the model does not fill.</content>
public sealed partial class GlmToolInvocation
{
    /// <summary>What the tool may see and the model may not.</summary>
    public GlmToolContext Context => _context ?? GlmToolContext.Empty;

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken => _cancellationToken;

    /// <summary>The services of the host.</summary>
    /// <exception cref="GlmException">There are none.</exception>
    public IServiceProvider Services => Context.Services
        ?? throw new GlmException($"The tool '{_tool.Name}' needs services, and its context has none: set GlmToolContext.Services, or Services of the agent's options.");

    /// <summary>Where the tool reports how far it got.</summary>
    public IProgress<string> Progress => Context.Progress ?? NoProgress.Instance;

    /// <summary>A service of the host.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="key">Its key, if it is a keyed one.</param>
    /// <exception cref="GlmException">There is none.</exception>
    public T Service<T>(object? key = null) => OptionalService<T>(key)
        ?? throw new GlmException($"The tool '{_tool.Name}' needs the service {typeof(T)}, which is not registered{(key is null ? "" : " under its key")}.");

    /// <summary>A service of the host, or nothing.</summary>
    /// <typeparam name="T">The type of the service.</typeparam>
    /// <param name="key">Its key, if it is a keyed one.</param>
    public T? OptionalService<T>(object? key = null)
        => (T?)(key is null ? Context.Services?.GetService(typeof(T)) : (Context.Services as IKeyedServiceProvider)?.GetKeyedService(typeof(T), key));

    /// <summary>The state of the application.</summary>
    /// <typeparam name="T">The type of the state.</typeparam>
    /// <exception cref="GlmException">The state is missing, or of another type.</exception>
    public T State<T>() => Context.State is T state
        ? state
        : throw new GlmException($"The tool '{_tool.Name}' needs a {typeof(T)}, and GlmToolContext.State is {Context.State?.GetType().ToString() ?? "not set"}.");

    /// <summary>The state of the application, if it is of a type.</summary>
    /// <typeparam name="T">The type of the state.</typeparam>
    public T? OptionalState<T>() => Context.State is T state ? state : default;

    /// <summary>The object a tool is called on, out of the services, in a scope that ends with the call.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <exception cref="GlmException">There are no services, or it is not registered.</exception>
    public T Target<T>()
    {
        var services = Services;
        if (services.GetService(typeof(IServiceScopeFactory)) is IServiceScopeFactory scopes)
        {
            var scope = scopes.CreateAsyncScope();
            _scope = scope;
            services = scope.ServiceProvider;
        }

        return (T?)services.GetService(typeof(T))
            ?? throw new GlmException($"The tool '{_tool.Name}' is called on {typeof(T)}, which is not registered with the services.");
    }
}
