using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GlmTools.Binding.Normalizing;
using Microsoft.Extensions.AI;

namespace GlmTools.Binding;

/// <summary>One call on its way through the generated dispatcher: arguments in, result out, and what was noticed between.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class GlmToolInvocation
{
    /// <summary>More bytes of arguments than any GLM model can write in one answer (protocol sheet 2.3).</summary>
    internal const int MaxArgumentsLength = 1 << 20;

    /// <summary>The one this thread used last, whose buffer and writer make up most of what a call would allocate.</summary>
    [ThreadStatic]
    private static GlmToolInvocation? _spare;

    /// <summary>Where a result that is JSON goes. A field, because a program that starts would have to compile an accessor.</summary>
    public readonly ResultWriter Json = new();

    /// <summary>The arguments as they are bound.</summary>
    internal ReadOnlyMemory<byte> Arguments;

    private GlmTool _tool = null!;
    private bool _onlyBinds;
    private bool _isBound;
    private int _maxResultLength;
    private GlmToolContext? _context;
    private CancellationToken _cancellationToken;
    private BindingReport? _report;
    private ArgumentCorrections? _corrections;
    private ResultWriter? _encoded;
    private IAsyncDisposable? _scope;
    private object? _answer;
    private AIFunctionArguments? _members;
    private bool _isText;

    private GlmToolInvocation()
    {
    }

    /// <summary>What was bound, where the arguments are an answer.</summary>
    internal object? Answer
    {
        get => _answer;
        set => _answer = value;
    }

    /// <summary>Whether the arguments were bound; what is thrown from then on, the method threw.</summary>
    internal bool IsBound => _isBound;

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

    private BindingReport Notes => _report ??= new BindingReport(_tool);

    /// <summary>An invocation for a call, which is ended by <see cref="TryFinish"/> or <see cref="Finish"/> if nothing is thrown.</summary>
    internal static GlmToolInvocation ToCall(GlmTool tool, GlmToolContext? context, CancellationToken cancellationToken)
    {
        ref var spare = ref _spare;
        var call = spare ?? new();
        spare = null;
        call._tool = tool;
        call._context = context;
        call._cancellationToken = cancellationToken;
        return call;
    }

    /// <summary>An invocation that binds arguments and does nothing else. Who asked for it keeps it.</summary>
    internal static GlmToolInvocation ToBind(GlmTool tool) => new() { _tool = tool, _onlyBinds = true };

    /// <summary>Takes the arguments as they came.</summary>
    /// <returns>Whether they are short enough to be looked at.</returns>
    internal bool Take(ReadOnlyMemory<byte> arguments)
    {
        Arguments = arguments.Span is [(byte)'{', .., (byte)'}'] ? arguments : OrNone(arguments);
        return arguments.Length <= MaxArgumentsLength || RefuseLength(arguments.Length);
    }

    /// <summary>Takes arguments that are text, as the result is going to be then.</summary>
    /// <inheritdoc cref="Take(ReadOnlyMemory{byte})"/>
    internal bool Take(string arguments)
    {
        _isText = true;
        return Take((_encoded ??= new()).Text(arguments));
    }

    /// <summary>Takes the arguments of another pipeline, which wants text.</summary>
    /// <inheritdoc cref="Take(ReadOnlyMemory{byte})"/>
    internal bool Take(AIFunctionArguments arguments)
    {
        _isText = true;
        _members = arguments;
        _encoded ??= new();
        ArgumentEncoder.Encode(arguments, _encoded, asWritten: true);
        return Take(_encoded.WrittenMemory);
    }

    /// <summary>Ends the reading.</summary>
    /// <param name="reader">The reader, behind the end of the arguments.</param>
    /// <returns>Whether the method may be called.</returns>
    public bool Bind(ref ArgumentReader reader)
    {
        if (_report is not null)
        {
            reader.End();
            _report.Close();
        }

        _isBound = _report is null or { Refuses: false };
        return _isBound && !_onlyBinds;
    }

    /// <summary>Reads the arguments of a method without parameters.</summary>
    /// <returns>Whether the method may be called.</returns>
    public bool BindNothing()
    {
        if (_report is null && Arguments.Span is [(byte)'{', (byte)'}'])
        {
            _isBound = true;
            return !_onlyBinds;
        }

        return BindNoMember();
    }

    /// <summary>Cuts the result, should it be longer.</summary>
    /// <param name="maxResultLength">How many characters the model gets to see.</param>
    public void LimitResult(int maxResultLength) => _maxResultLength = maxResultLength;

    /// <summary>Returns a text as it is.</summary>
    /// <param name="text">The text.</param>
    public void Return(string? text) => Json.Text(text ?? "null");

    /// <summary>Returns from a method without a result.</summary>
    public void Return() => Json.Raw("ok,"u8);

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

    internal void Malformed(JsonException syntax) => Notes.AddMalformed(Arguments.Span, syntax);

    /// <summary>Whether arguments that are no JSON were copied out of a document that allows more; they are JSON now.</summary>
    internal bool EncodesAgain()
    {
        if (_members is not { } members || ArgumentEncoder.VerbatimText(members) is not null)
        {
            return false;
        }

        (_members, _report, Arguments) = (null, null, ArgumentEncoder.Encode(members));
        return true;
    }

    /// <summary>Whether the arguments are no longer what was bound: then they have to be bound again.</summary>
    internal bool BindsAgain()
    {
        if (_report?.Rewrite(Arguments.Span) is not { } rewritten)
        {
            return false;
        }

        Arguments = OrNone(rewritten);
        _corrections = null;
        return true;
    }

    /// <summary>Refuses arguments of which a constructor or setter threw. Its message may hold what the model must not see.</summary>
    /// <param name="failure">What was thrown.</param>
    internal void Refused(Exception failure)
        => Report(new("", "value", "values that their types take", failure is GlmToolException ? failure.Message : "some that they refuse"));

    /// <summary>What came of arguments that were only bound.</summary>
    internal GlmToolArguments Bound() => new()
    {
        Utf8 = IsBound && _corrections is { } corrections ? corrections.Apply(Arguments.Span) : Arguments,
        Error = HasProblems ? Error() : null,
        Repairs = Repairs,
    };

    /// <summary>Ends a call about which there is nothing to say, as most are. Nobody may hold it any more then.</summary>
    /// <param name="output">Where the text goes; <see langword="null"/> for into the result.</param>
    /// <param name="result">What came of it.</param>
    internal bool TryFinish(IBufferWriter<byte>? output, out GlmToolResult result)
    {
        if (_report is not null || _scope is not null)
        {
            result = default;
            return false;
        }

        var text = Json.Written;
        if (_maxResultLength > 0)
        {
            text = ResultLimit.Apply(text, _maxResultLength);
        }

        if (output is not null)
        {
            text.CopyTo(output.GetSpan(text.Length));
            output.Advance(text.Length);
            result = default;
        }
        else
        {
            result = _isText ? new(Encoding.UTF8.GetString(text)) : new(text.ToArray());
        }

        // The thread uses it for another call.
        Json.Clear();
        _encoded?.Clear();
        (Arguments, _context, _cancellationToken, _members) = (default, null, default, null);
        (_isBound, _isText, _maxResultLength, _answer) = (false, false, 0, null);
        _spare = this;
        return true;
    }

    /// <summary>Ends any other call.</summary>
    /// <inheritdoc cref="TryFinish"/>
    internal GlmToolResult Finish(IBufferWriter<byte>? output)
    {
        var repairs = Repairs;
        if (HasProblems)
        {
            return (GlmToolResult.Refused(Error()) with { Repairs = repairs }).To(output);
        }

        (_report, _scope) = (null, null);
        TryFinish(output, out var result);
        return result with { Repairs = repairs };
    }

    /// <summary>Ends the scope of the object the tool was called on, which disposes of it.</summary>
    internal ValueTask EndScopeAsync() => _scope?.DisposeAsync() ?? default;

    // An empty text and null are what GLM sends for a tool without parameters.
    private static ReadOnlyMemory<byte> OrNone(ReadOnlyMemory<byte> arguments)
    {
        var text = arguments.Trim(" \t\r\n"u8);
        return text.IsEmpty || text.Span.SequenceEqual("null"u8) ? "{}"u8.ToArray() : text;
    }

    private bool RefuseLength(int length)
    {
        var invariant = CultureInfo.InvariantCulture;
        Report(new("", "maxSize", string.Create(invariant, $"at most {MaxArgumentsLength} bytes"), string.Create(invariant, $"{length}")));
        return false;
    }

    private bool BindNoMember()
    {
        var reader = new ArgumentReader(this);
        var scope = default(ObjectScope);
        while (reader.NextMember([], required: 0, ref scope))
        {
        }

        return Bind(ref reader);
    }

    private GlmToolError Error() => new(_tool.Name, Notes.Problems, ArgumentExample.Of(_tool.JsonSchema));
}
