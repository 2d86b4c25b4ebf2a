using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GlmTools.Binding.Normalizing;
using Microsoft.Extensions.DependencyInjection;

namespace GlmTools.Binding;

/// <summary>One call on its way through the generated dispatcher: arguments in, result out, and what was noticed between.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GlmToolInvocation
{
    /// <summary>More bytes of arguments than any GLM model can write in one answer (protocol sheet 2.3).</summary>
    internal const int MaxArgumentsLength = 1 << 20;

    private static readonly ReadOnlyMemory<byte> NoArguments = "{}"u8.ToArray();

    /// <summary>A longer result than this gives its buffer back to the garbage collector.</summary>
    private const int MaxKeptLength = 1 << 16;

    /// <summary>The one this thread used last, whose buffer and writer make up most of what a call would allocate.</summary>
    [ThreadStatic]
    private static GlmToolInvocation? _spare;

    private readonly ArrayBufferWriter<byte> _output = new();
    private GlmTool _tool = null!;
    private bool _onlyBinds;
    private ReadOnlyMemory<byte> _arguments;
    private BindingReport? _report;
    private ArgumentCorrections? _corrections;
    private Utf8JsonWriter? _json;
    private AsyncServiceScope? _scope;

    private GlmToolInvocation()
    {
    }

    /// <summary>What the tool may see and the model may not.</summary>
    public GlmToolContext Context { get; private set; } = GlmToolContext.Empty;

    /// <summary>Cancels the call.</summary>
    public CancellationToken CancellationToken { get; private set; }

    /// <summary>The services of the host.</summary>
    /// <exception cref="GlmException">There are none.</exception>
    public IServiceProvider Services => Context.Services
        ?? throw new GlmException($"The tool '{_tool.Name}' needs services, and its context has none: set GlmToolContext.Services, or Services of the agent's options.");

    /// <summary>Where the tool reports how far it got.</summary>
    public IProgress<string> Progress => Context.Progress ?? NoProgress.Instance;

    /// <summary>Where a result that is JSON goes.</summary>
    public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_output, ToolJson.Compact);

    /// <summary>What was bound, where the arguments are an answer.</summary>
    internal object? Answer { get; set; }

    /// <summary>Whether the arguments were bound; what is thrown from then on, the method threw.</summary>
    internal bool IsBound { get; private set; }

    /// <summary>Whether the call came to its end without anything that a second look would have to deal with.</summary>
    internal bool IsPlain => _report is null && _scope is null;

    /// <summary>Whether the method is not going to be called with what was read so far.</summary>
    internal bool HasProblems => _report is { Refuses: true };

    /// <summary>Whether another problem would be listed, so that its path is worth finding.</summary>
    internal bool TakesProblems => _report is null or { TakesProblems: true };

    /// <summary>Whether another repair would be listed.</summary>
    internal bool TakesRepairs => _report is null or { TakesRepairs: true };

    /// <summary>Whether the note of another embedded value would be listed.</summary>
    internal bool TakesEmbedded => _report is null or { TakesEmbedded: true };

    /// <summary>What was normalised so far.</summary>
    internal IReadOnlyList<string> Repairs => _report?.Repairs ?? [];

    /// <summary>Normalises arguments that are no JSON object.</summary>
    internal ArgumentNormalizer Normalizer => ArgumentNormalizer.OfArguments(_tool.Name);

    /// <summary>The arguments as they are bound.</summary>
    /// <exception cref="JsonException">They hold half a surrogate pair or bytes that are no UTF-8.</exception>
    internal ReadOnlySpan<byte> Arguments
    {
        get
        {
            var utf8 = _arguments.Span;
            if (UnicodeText.IndexOfFault(utf8) is >= 0 and var fault)
            {
                var line = utf8[..fault];
                throw new JsonException("The text is not valid Unicode.", null, line.Count((byte)'\n'), fault - (line.LastIndexOf((byte)'\n') + 1));
            }

            return utf8;
        }
    }

    private BindingReport Notes => _report ??= new BindingReport(_tool);

    /// <summary>An invocation for a call, to be given back with <see cref="Release"/> if nothing was thrown.</summary>
    internal static GlmToolInvocation ToCall(GlmTool tool, ReadOnlyMemory<byte> arguments, GlmToolContext context, CancellationToken cancellationToken)
    {
        var invocation = _spare ?? new();
        _spare = null;
        invocation._tool = tool;
        invocation._arguments = OrNone(arguments);
        invocation.Context = context;
        invocation.CancellationToken = cancellationToken;
        return invocation;
    }

    /// <summary>An invocation that binds arguments and does nothing else. Who asked for it keeps it.</summary>
    internal static GlmToolInvocation ToBind(GlmTool tool, ReadOnlyMemory<byte> arguments)
        => new() { _tool = tool, _onlyBinds = true, _arguments = OrNone(arguments) };

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

    /// <summary>Ends the reading.</summary>
    /// <param name="reader">The reader, behind the end of the arguments.</param>
    /// <returns>Whether the method may be called.</returns>
    public bool Bind(ref ArgumentReader reader)
    {
        reader.End();
        _report?.Close();
        IsBound = !HasProblems;
        return IsBound && !_onlyBinds;
    }

    /// <summary>Returns a text as it is.</summary>
    /// <param name="text">The text.</param>
    public void Return(string? text) => Encoding.UTF8.GetBytes(text ?? "null", _output);

    /// <summary>Returns from a method without a result.</summary>
    public void Return() => _output.Write("ok"u8);

    internal void Report(GlmToolProblem problem) => Notes.Add(problem);

    internal void Repaired(string what) => Notes.AddRepair(what);

    /// <summary>Notes what a token was read as, where anybody is going to look.</summary>
    /// <param name="start">Where the token begins.</param>
    /// <param name="json">What it was read as; <see langword="null"/> for a member that was ignored.</param>
    internal void Correct(long start, byte[]? json)
    {
        if (_onlyBinds)
        {
            (_corrections ??= new()).Add(start, json);
        }
    }

    internal void Embedded(EmbeddedValue value) => Notes.AddEmbedded(value);

    internal void Malformed(JsonException syntax) => Notes.AddMalformed(_arguments.Span, syntax);

    /// <summary>Whether the arguments are no longer what was bound: then they have to be bound again.</summary>
    internal bool BindsAgain()
    {
        if (_report?.Rewrite(_arguments.Span) is not { } rewritten)
        {
            return false;
        }

        _arguments = OrNone(rewritten);
        _corrections = null;
        return true;
    }

    /// <summary>Refuses arguments that are too long to be looked at.</summary>
    /// <param name="length">How long they are, in bytes.</param>
    internal bool IsTooLong(int length)
    {
        if (length <= MaxArgumentsLength)
        {
            return false;
        }

        var invariant = CultureInfo.InvariantCulture;
        Report(new("", "maxSize", string.Create(invariant, $"at most {MaxArgumentsLength} bytes"), string.Create(invariant, $"{length}")));
        return true;
    }

    /// <summary>Refuses arguments of which a constructor or setter threw. Its message may hold what the model must not see.</summary>
    /// <param name="failure">What was thrown.</param>
    internal void Refused(Exception failure)
        => Report(new("", "value", "values that their types take", failure is GlmToolException ? failure.Message : "some that they refuse"));

    /// <summary>What came of arguments that were only bound.</summary>
    internal GlmToolArguments Bound() => new()
    {
        Utf8 = IsBound && _corrections is { } corrections ? corrections.Apply(_arguments.Span) : _arguments,
        Error = HasProblems ? Error() : null,
        Repairs = Repairs,
    };

    /// <summary>What came of the call.</summary>
    /// <param name="output">Where the text goes; <see langword="null"/> for into the result.</param>
    internal GlmToolResult Finish(IBufferWriter<byte>? output)
    {
        if (HasProblems)
        {
            return (GlmToolResult.Refused(Error()) with { Repairs = Repairs }).To(output);
        }

        _json?.Flush();
        var text = ResultLimit.Apply(_output.WrittenMemory, _tool.Policy.MaxResultLength).Span;
        output?.Write(text);
        return new(output is null ? text.ToArray() : ReadOnlyMemory<byte>.Empty) { Repairs = Repairs };
    }

    /// <summary>Lets the thread use it for another call. Nobody may hold it any more.</summary>
    internal void Release()
    {
        if (_output.Capacity > MaxKeptLength)
        {
            return;
        }

        _output.ResetWrittenCount();
        _json?.Reset();
        (_arguments, _report, _corrections, _scope, IsBound, Answer) = (default, null, null, null, false, null);
        (Context, CancellationToken) = (GlmToolContext.Empty, default);
        _spare = this;
    }

    /// <summary>Ends the scope of the object the tool was called on, which disposes of it.</summary>
    internal ValueTask EndScopeAsync() => _scope?.DisposeAsync() ?? default;

    // An empty text and null are what GLM sends for a tool without parameters.
    private static ReadOnlyMemory<byte> OrNone(ReadOnlyMemory<byte> arguments)
    {
        var text = arguments.Trim(" \t\r\n"u8);
        return text.IsEmpty || text.Span.SequenceEqual("null"u8) ? NoArguments : text;
    }

    private GlmToolError Error() => new(_tool.Name, Notes.Problems, ArgumentExample.Of(_tool.JsonSchema));
}
