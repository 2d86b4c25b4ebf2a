using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Binding;

/// <summary>One call on its way through the generated dispatcher: arguments in, result out, and what was noticed between.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GlmToolInvocation
{
    /// <summary>More problems than this help nobody; the rest shows up with the next call.</summary>
    private const int MaxProblems = 16;

    private readonly GlmTool _tool;
    private readonly ReadOnlyMemory<byte> _arguments;
    private readonly ArrayBufferWriter<byte> _output = new();
    private List<GlmToolProblem>? _problems;
    private List<string>? _repairs;
    private Utf8JsonWriter? _json;
    private AsyncServiceScope? _scope;

    internal GlmToolInvocation(GlmTool tool, ReadOnlyMemory<byte> arguments, GlmToolContext context, CancellationToken cancellationToken)
    {
        _tool = tool;
        _arguments = arguments;
        Context = context;
        CancellationToken = cancellationToken;
    }

    /// <summary>What the tool may see and the model may not.</summary>
    public GlmToolContext Context { get; }

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The services of the host.</summary>
    /// <exception cref="GlmException">There are none.</exception>
    public IServiceProvider Services => Context.Services
        ?? throw new GlmException($"The tool '{_tool.Name}' needs services, and its context has none: set GlmToolContext.Services, or Services of the agent's options.");

    /// <summary>Where the tool reports how far it got.</summary>
    public IProgress<string> Progress => Context.Progress ?? NoProgress.Instance;

    /// <summary>Where a result that is JSON goes.</summary>
    public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_output, ToolJson.Compact);

    /// <summary>Whether the arguments were bound; what is thrown from then on, the method threw.</summary>
    internal bool IsBound { get; private set; }

    internal bool HasProblems => _problems is not null;

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
        if (Services.GetService(typeof(IServiceScopeFactory)) is IServiceScopeFactory scopes)
        {
            _scope = scopes.CreateAsyncScope();
        }

        return (T?)(_scope?.ServiceProvider ?? Services).GetService(typeof(T))
            ?? throw new GlmException($"The tool '{_tool.Name}' is called on {typeof(T)}, which is not registered with the services.");
    }

    /// <summary>Starts reading the arguments. An empty text and <c>null</c> are what GLM sends for a tool without parameters.</summary>
    /// <exception cref="JsonException">They hold half a surrogate pair or bytes that are no UTF-8.</exception>
    public ArgumentReader Read()
    {
        var utf8 = _arguments.Span.Trim(" \t\r\n"u8);
        if (UnicodeText.IndexOfFault(utf8) is >= 0 and var fault)
        {
            var line = utf8[..fault];
            throw new JsonException("The text is not valid Unicode.", null, line.Count((byte)'\n'), fault - (line.LastIndexOf((byte)'\n') + 1));
        }

        return new(this, utf8.IsEmpty || utf8.SequenceEqual("null"u8) ? "{}"u8 : utf8);
    }

    /// <summary>Ends the reading.</summary>
    /// <param name="reader">The reader, behind the end of the arguments.</param>
    /// <returns>Whether the method may be called.</returns>
    public bool Bind(ref ArgumentReader reader)
    {
        reader.End();
        if (_repairs is not null && !HasProblems && _tool.Policy.Effect == GlmToolEffect.Destructive)
        {
            Report(new("", "exact", "exact arguments, because the call cannot be undone", string.Join("; ", _repairs)));
        }

        return IsBound = !HasProblems;
    }

    /// <summary>Returns a text as it is.</summary>
    /// <param name="text">The text.</param>
    public void Return(string? text) => Encoding.UTF8.GetBytes(text ?? "null", _output);

    /// <summary>Returns from a method without a result.</summary>
    public void Return() => _output.Write("ok"u8);

    internal void Report(GlmToolProblem problem)
    {
        _problems ??= [];
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }

    internal void Repaired(string what) => (_repairs ??= []).Add(what);

    internal GlmToolResult Finish()
    {
        if (HasProblems)
        {
            return GlmToolResult.Refused(new(_tool.Name, _problems!)) with { Repairs = _repairs ?? [] };
        }

        _json?.Flush();
        return new(ResultLimit.Apply(_output.WrittenMemory, _tool.Policy.MaxResultLength)) { Repairs = _repairs ?? [] };
    }

    /// <summary>Ends the scope of the object the tool was called on, which disposes of it.</summary>
    internal ValueTask EndScopeAsync() => _scope?.DisposeAsync() ?? default;

    internal GlmToolResult Malformed(Exception syntax)
    {
        var text = Encoding.UTF8.GetString(_arguments.Span);
        var place = syntax is JsonException { BytePositionInLine: long at, LineNumber: long line } ? $" (line {line + 1}, byte {at + 1})" : "";
        Report(new("", "syntax", "one complete JSON object in valid Unicode", $"text that is not{place}: {Excerpt.Of(text)}"));
        return Finish();
    }
}
