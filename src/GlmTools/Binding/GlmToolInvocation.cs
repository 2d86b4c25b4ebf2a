using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

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

    /// <summary>Where a result that is JSON goes.</summary>
    public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_output, ToolJson.Compact);

    /// <summary>Whether the arguments were bound; what is thrown from then on, the method threw.</summary>
    internal bool IsBound { get; private set; }

    internal bool HasProblems => _problems is not null;

    /// <summary>Starts reading the arguments. An empty text and <c>null</c> are what GLM sends for a tool without parameters.</summary>
    public ArgumentReader Read()
    {
        var utf8 = _arguments.Span.Trim(" \t\r\n"u8);
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

    internal GlmToolResult Malformed(Exception syntax)
    {
        var text = Encoding.UTF8.GetString(_arguments.Span);
        var place = syntax is JsonException { BytePositionInLine: long at, LineNumber: long line } ? $" (line {line + 1}, byte {at + 1})" : "";
        Report(new("", "syntax", "one complete JSON object", $"text that is not{place}: {Excerpt.Of(text)}"));
        return Finish();
    }
}
