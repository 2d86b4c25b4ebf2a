using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GlmTools.Emulator;

namespace GlmTools.Testing;

/// <summary>
/// A GLM that says what a test wrote down, over the same wire as the real one and as strict, but in memory. One step of the script answers
/// one request. A request that does not fit, and a step nobody asked for, fail with a picture of the dialogue.
/// </summary>
/// <remarks>
/// Safe for concurrent use where each conversation has an <see cref="OnUser(string)"/> of its own. It is an
/// <see cref="IEmulatedModel"/> too, so that a <see cref="GlmEmulatorFixture"/> can play it over a port.
/// </remarks>
public sealed class ScriptedGlm : IEmulatedModel, IAsyncDisposable
{
    private const string ApiKey = "script.of-a-test";

    private readonly ScriptPlay _play = new();
    private readonly ScriptHandler _handler;
    private readonly Lazy<GlmClient> _client;

    /// <summary>Creates an empty script, whose first step answers whatever is asked first.</summary>
    public ScriptedGlm()
    {
        _handler = new(_play, new() { Model = this, ApiKey = ApiKey, InMemory = true });
        _client = new(() => new GlmClient(ApiKey, Options));
    }

    /// <summary>A client that talks to the script, made when it is first asked for and disposed with the script.</summary>
    public GlmClient Client => _client.Value;

    /// <summary>
    /// What leads a client of your own here, with any API key of the form <c>script.of-a-test</c>: see <see cref="Connect"/>. Nothing is sent
    /// again (<see cref="GlmClientOptions.MaxRetries"/> is 0), so that a failure is seen at once and takes one step.
    /// </summary>
    public GlmClientOptions Options => new() { BaseAddress = new("http://localhost/api/paas/v4"), Handler = _handler, MaxRetries = 0 };

    /// <summary>All chat requests so far, also those the service refused, in order of arrival.</summary>
    public IReadOnlyList<GlmSentRequest> Requests => GlmSentRequest.Of(_handler.Exchanges);

    /// <summary>Makes another client that talks to the script. Dispose of it.</summary>
    /// <param name="configure">Changes <see cref="Options"/>, such as the clock and the retries.</param>
    public GlmClient Connect(Func<GlmClientOptions, GlmClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return new(ApiKey, configure(Options));
    }

    /// <summary>Begins a conversation: the steps behind it answer whoever's last user message holds this text.</summary>
    /// <param name="text">The text, case-sensitive.</param>
    public ScriptedGlm OnUser(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return Begin(new($"\"{text}\"", message => message.Contains(text, StringComparison.Ordinal)));
    }

    /// <summary>Begins a conversation: the steps behind it answer whoever's last user message meets a condition.</summary>
    /// <param name="matches">The condition.</param>
    /// <param name="shown">What a picture shows of it; the compiler fills it in.</param>
    public ScriptedGlm OnUser(Func<string, bool> matches, [CallerArgumentExpression(nameof(matches))] string shown = "")
    {
        ArgumentNullException.ThrowIfNull(matches);
        return Begin(new(shown, matches));
    }

    /// <summary>Lets the next step think aloud first: its <c>reasoning_content</c>.</summary>
    /// <param name="reasoning">The thinking text.</param>
    public ScriptedGlm Think(string reasoning)
    {
        ArgumentException.ThrowIfNullOrEmpty(reasoning);
        return Edit(section => section.Reasoning = reasoning);
    }

    /// <summary>A step: the model calls a tool, as its method is called here.</summary>
    /// <typeparam name="TTools">The class or interface of the tool.</typeparam>
    /// <param name="call">
    /// The call, such as <c>t =&gt; t.GetCurrentWeather("北京", Unit.C)</c>. It is read and not made. Arguments that equal the default of their
    /// parameter are left out, and so are those the host fills.
    /// </param>
    /// <exception cref="ArgumentException">It is no call of a <see cref="GlmToolAttribute"/> method, or an argument has no form in JSON.</exception>
    public ScriptedGlm Call<TTools>(Expression<Action<TTools>> call) => Add(new ScriptedTurn(ToolCallExpression.Read(call)));

    /// <inheritdoc cref="Call{TTools}"/>
    /// <summary>A step: the model calls a static tool, as its method is called here.</summary>
    public ScriptedGlm Call(Expression<Action> call) => Add(new ScriptedTurn(ToolCallExpression.Read(call)));

    /// <summary>A step: the model calls a tool by its name, with arguments that go out as they are, also when they are no JSON.</summary>
    /// <param name="tool">The name of the tool, which the request need not declare.</param>
    /// <param name="arguments">The arguments.</param>
    public ScriptedGlm Call(string tool, [StringSyntax(StringSyntaxAttribute.Json)] string arguments = "{}")
        => Add(new ScriptedTurn(ScriptedCall.Raw(tool, arguments)));

    /// <summary>One more call in the same answer as the step before, whether that calls or says something.</summary>
    /// <inheritdoc cref="Call{TTools}"/>
    public ScriptedGlm And<TTools>(Expression<Action<TTools>> call) => EditTurn(turn => turn.Add(ToolCallExpression.Read(call)));

    /// <summary>One more call of a static tool in the same answer as the step before.</summary>
    /// <inheritdoc cref="Call{TTools}"/>
    public ScriptedGlm And(Expression<Action> call) => EditTurn(turn => turn.Add(ToolCallExpression.Read(call)));

    /// <summary>One more call by name in the same answer as the step before.</summary>
    /// <inheritdoc cref="Call(string, string)"/>
    public ScriptedGlm And(string tool, [StringSyntax(StringSyntaxAttribute.Json)] string arguments = "{}")
        => EditTurn(turn => turn.Add(ScriptedCall.Raw(tool, arguments)));

    /// <summary>Expects the result of the last call to hold a text, as the model gets to see it.</summary>
    /// <param name="text">The text, case-sensitive.</param>
    public ScriptedGlm ExpectResult(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return EditTurn(turn => turn.LastCall.Expect(new($"\"{text}\" in", result => result.Contains(text, StringComparison.Ordinal))));
    }

    /// <summary>Expects the result of the last call to meet a condition, as the model gets to see it.</summary>
    /// <param name="matches">The condition.</param>
    /// <param name="shown">What a picture shows of it; the compiler fills it in.</param>
    public ScriptedGlm ExpectResult(Func<string, bool> matches, [CallerArgumentExpression(nameof(matches))] string shown = "")
    {
        ArgumentNullException.ThrowIfNull(matches);
        return EditTurn(turn => turn.LastCall.Expect(new($"{shown} of", matches)));
    }

    /// <summary>A step: the model says something, whole or streamed as the request asks.</summary>
    /// <param name="text">What it says.</param>
    public ScriptedGlm Say(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Add(new ScriptedTurn(text));
    }

    /// <summary>A step: the model says something in exactly these pieces. A request that asks for no stream does not fit.</summary>
    /// <param name="pieces">The pieces of its text.</param>
    public ScriptedGlm Stream(params string[] pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return Add(new ScriptedTurn(string.Concat(pieces), [.. pieces]));
    }

    /// <summary>A step: the service refuses.</summary>
    /// <param name="code">Its business code, such as 1302 (protocol sheet 6.2).</param>
    /// <param name="message">What it says; <see langword="null"/> (the default) for a few words on the code.</param>
    /// <param name="status">The HTTP status; <see langword="null"/> (the default) for the one that belongs to the code.</param>
    /// <exception cref="ArgumentException">The code is not in the list of the service, and no status is given.</exception>
    public ScriptedGlm Fail(int code, string? message = null, int? status = null) => Add(new ScriptedTurn(FailureCode.ToReply(code, message, status)));

    /// <summary>A step: anything the emulator can answer, such as raw bytes or another finish reason.</summary>
    /// <param name="reply">The reply.</param>
    public ScriptedGlm Reply(EmulatedReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return Add(new ScriptedTurn(reply));
    }

    /// <summary>Lets a fault garble the step before. One that cannot change that step fails the test: it would show nothing.</summary>
    /// <param name="fault">The fault.</param>
    public ScriptedGlm With(FaultProfile fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return EditTurn(turn => turn.Add(fault));
    }

    /// <summary>Lets a fault garble each step it applies to.</summary>
    /// <param name="fault">The fault.</param>
    public ScriptedGlm WithEach(FaultProfile fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _play.AddFault(fault);
        return this;
    }

    /// <summary>Checks that each step was asked for, and that nothing failed before.</summary>
    /// <exception cref="GlmScriptException">There is a step left, or a request did not fit.</exception>
    public void VerifyComplete() => _play.VerifyComplete(Requests);

    /// <summary>A picture of the dialogue so far: the steps, those that were asked for with a tick.</summary>
    public override string ToString() => _play.Picture();

    /// <summary>Ends the script, and checks it as <see cref="VerifyComplete"/> does, unless it has told its failure already.</summary>
    /// <exception cref="GlmScriptException">There is a step left.</exception>
    public async ValueTask DisposeAsync()
    {
        var requests = Requests;
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        await _handler.StopAsync().ConfigureAwait(false);
        _handler.Dispose();
        if (!_play.HasToldFailure)
        {
            _play.VerifyComplete(requests);
        }
    }

    EmulatedReply IEmulatedModel.Reply(EmulatedRequest request) => _play.Reply(request);

    private ScriptedGlm Begin(ScriptedText user)
    {
        _play.Begin(user);
        return this;
    }

    private ScriptedGlm Add(ScriptedTurn turn) => Edit(section => section.Add(turn));

    private ScriptedGlm EditTurn(Action<ScriptedTurn> edit, [CallerMemberName] string step = "") => Edit(section => edit(section.LastTurn(step)));

    private ScriptedGlm Edit(Action<ScriptedSection> edit)
    {
        _play.Edit(edit);
        return this;
    }
}
