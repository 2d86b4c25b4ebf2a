using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using GlmTools.Binding;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>
/// One method a model can call: a thin handle over the generated dispatcher of its class. It is an
/// <see cref="AIFunction"/>, so any .NET pipeline that takes one takes this one, validation included.
/// </summary>
public sealed class GlmTool : AIFunction
{
    private readonly GlmToolDispatcher _dispatcher;
    private readonly int _index;
    private GlmToolFacts? _facts;

    internal GlmTool(GlmToolDispatcher dispatcher, int index)
    {
        _dispatcher = dispatcher;
        _index = index;
    }

    /// <inheritdoc/>
    public override string Name => Facts.Name;

    /// <inheritdoc/>
    public override string Description => Facts.Description.Text;

    /// <summary>The schema of the arguments.</summary>
    public override JsonElement JsonSchema => Facts.Description.Parameters;

    /// <summary>
    /// The definition exactly as it goes over the wire: <c>{"type":"function","function":{...}}</c>, without insignificant
    /// white space, with every character but the ones JSON reserves unescaped.
    /// </summary>
    public ReadOnlySpan<byte> Utf8Definition => _dispatcher.Definition(_index);

    internal ReadOnlySpan<byte> Utf8Name => GlmToolDescription.NameOf(Utf8Definition);

    /// <summary>The SHA-256 of <see cref="Utf8Definition"/> in lower-case hex: it changes when anything the model sees does.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Utf8Definition));

    /// <summary>
    /// About how many tokens <see cref="Utf8Definition"/> takes of every request it is sent with. Estimated at compile time from the
    /// kinds of characters, usually within some 10 % of what a tokenizer counts; the service's own count is the one that is billed.
    /// </summary>
    public int EstimatedTokens => _dispatcher.EstimateTokens(_index);

    /// <summary>What the attribute declares about calls of this tool.</summary>
    public GlmToolPolicy Policy => Facts.Policy;

    private GlmToolFacts Facts => _facts ??= new(_dispatcher, _index);

    /// <summary>Binds the arguments, calls the method and writes its result.</summary>
    /// <param name="argumentsJson">
    /// The arguments as a JSON object, in UTF-8, at most 1 MiB and 64 levels deep; empty and <c>null</c> count as <c>{}</c>. What
    /// GLM is known to garble is read as it was meant, and listed in <see cref="GlmToolResult.Repairs"/>.
    /// </param>
    /// <param name="context">What the tool may see and the model may not.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result; also for bad arguments and for a method that throws.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    [OverloadResolutionPriority(1)]
    public ValueTask<GlmToolResult> InvokeAsync(
        ReadOnlyMemory<byte> argumentsJson, GlmToolContext? context = null, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<GlmToolResult>(cancellationToken);
        }

        var invocation = GlmToolInvocation.ToCall(this, context, cancellationToken);
        return CallAsync(invocation, invocation.Take(argumentsJson), output: null);
    }

    /// <summary>Binds arguments that are text, calls the method and writes its result as text.</summary>
    /// <param name="argumentsJson">The arguments, as for the other overload.</param>
    /// <param name="context">What the tool may see and the model may not.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result, whose <see cref="GlmToolResult.Text"/> is ready; also for bad arguments and for a method that throws.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<GlmToolResult> InvokeAsync(
        string argumentsJson, GlmToolContext? context = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(argumentsJson);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<GlmToolResult>(cancellationToken);
        }

        var invocation = GlmToolInvocation.ToCall(this, context, cancellationToken);
        return CallAsync(invocation, invocation.Take(argumentsJson), output: null);
    }

    /// <summary>
    /// Binds the arguments, calls the method and writes its result to a buffer of the caller. Arguments that fit cost no memory but
    /// what the method is given and makes.
    /// </summary>
    /// <param name="argumentsJson">The arguments, as for the other overload.</param>
    /// <param name="context">What the tool may see and the model may not; <see langword="null"/> for nothing.</param>
    /// <param name="output">Where what goes into the tool message is written, errors included; one call at a time.</param>
    /// <param name="cancellationToken">Cancels the call; nothing is written then.</param>
    /// <returns>The result without its text: <see cref="GlmToolResult.Utf8"/> is empty.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<GlmToolResult> InvokeAsync(
        ReadOnlyMemory<byte> argumentsJson, GlmToolContext? context, IBufferWriter<byte> output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<GlmToolResult>(cancellationToken);
        }

        var invocation = GlmToolInvocation.ToCall(this, context, cancellationToken);
        return CallAsync(invocation, invocation.Take(argumentsJson), output);
    }

    /// <summary>
    /// Binds and validates arguments by the rules of <see cref="InvokeAsync(ReadOnlyMemory{byte}, GlmToolContext?, CancellationToken)"/>,
    /// without calling the method or asking for a service: what a person is asked to approve should be a call that can be made.
    /// </summary>
    /// <param name="argumentsJson">The arguments as the model wrote them, in UTF-8.</param>
    public GlmToolArguments Validate(ReadOnlyMemory<byte> argumentsJson) => Bind(argumentsJson).Bound();

    /// <summary>
    /// What a person is asked before a call: <see cref="GlmToolPolicy.Confirmation"/> with the values of the arguments. One that did not
    /// come shows its default, or a dash; characters that cannot be seen are shown as <c>\u202E</c>, so that no value passes for
    /// the text around it.
    /// </summary>
    /// <param name="validArguments">Arguments that are valid: <see cref="GlmToolArguments.Utf8"/>.</param>
    /// <exception cref="ArgumentException">They are no JSON object.</exception>
    public string Confirm(ReadOnlyMemory<byte> validArguments)
    {
        try
        {
            var reader = new Utf8JsonReader(validArguments.Span);
            if (JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } arguments)
            {
                return ConfirmationText.Of(this, arguments);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new ArgumentException($"The arguments of '{Name}' are no JSON object; pass those that Validate returns.", nameof(validArguments));
    }

    /// <summary>
    /// Gets a service of the tool. Where its policy asks for approval, that includes an <see cref="ApprovalRequiredAIFunction"/>, by
    /// which pipelines of Microsoft.Extensions.AI know that they have to ask.
    /// </summary>
    /// <param name="serviceType">The type of the service.</param>
    /// <param name="serviceKey">The key of a keyed service; the tool has none.</param>
    public override object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(ApprovalRequiredAIFunction) && serviceKey is null && Policy.RequiresApproval
            ? new ApprovalRequiredAIFunction(this)
            : base.GetService(serviceType, serviceKey);

    /// <summary>Binds arguments, and does nothing else.</summary>
    internal GlmToolInvocation Bind(ReadOnlyMemory<byte> argumentsJson)
    {
        var invocation = GlmToolInvocation.ToBind(this);
        try
        {
            // Binding never waits, so this is done as soon as it returns.
            EndAsync(invocation.Take(argumentsJson) ? Start(invocation) : default, invocation).GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            invocation.Refused(failure);
        }

        return invocation;
    }

    /// <inheritdoc/>
    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<object?>(cancellationToken);
        }

        var context = arguments.Services is { } services ? new GlmToolContext { Services = services } : null;
        var invocation = GlmToolInvocation.ToCall(this, context, cancellationToken);
        var call = CallAsync(invocation, invocation.Take(arguments), output: null);
        return call.IsCompletedSuccessfully ? new(call.Result.Text) : TextOfAsync(call);
    }

    private static async ValueTask<object?> TextOfAsync(ValueTask<GlmToolResult> call) => (await call.ConfigureAwait(false)).Text;

    private ValueTask<GlmToolResult> CallAsync(GlmToolInvocation invocation, bool isTaken, IBufferWriter<byte>? output)
    {
        var call = isTaken ? Start(invocation) : default;
        return call.IsCompletedSuccessfully && invocation.TryFinish(output, out var result)
            ? new(result)
            : FinishAsync(call, invocation, output);
    }

    private ValueTask Start(GlmToolInvocation invocation)
    {
        try
        {
            return _dispatcher.InvokeAsync(_index, invocation);
        }
        catch (Exception failure)
        {
            return ValueTask.FromException(failure);
        }
    }

    private async ValueTask<GlmToolResult> FinishAsync(ValueTask call, GlmToolInvocation invocation, IBufferWriter<byte>? output)
    {
        try
        {
            await EndAsync(call, invocation).ConfigureAwait(false);
            return invocation.Finish(output);
        }
        catch (OperationCanceledException) when (invocation.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (GlmToolException failure)
        {
            return (GlmToolResult.Failed($"Error: {failure.Message}", failure) with { Repairs = invocation.Repairs }).To(output);
        }
        catch (Exception failure)
        {
            // The message of a foreign exception may hold a connection string or a path: the model gets none of it.
            var text = $"Error: {Name} failed. The reason is not shown here; do not repeat the same call.";
            return (GlmToolResult.Failed(text, failure) with { Repairs = invocation.Repairs }).To(output);
        }
    }

    /// <summary>Waits for the end of a call, which is bound again where its arguments had to be rewritten.</summary>
    private async ValueTask EndAsync(ValueTask call, GlmToolInvocation invocation)
    {
        try
        {
            for (; ; call = Start(invocation))
            {
                try
                {
                    await call.ConfigureAwait(false);
                }
                catch (JsonException syntax) when (!invocation.IsBound)
                {
                    if (invocation.EncodesAgain())
                    {
                        continue;
                    }

                    invocation.Malformed(syntax);
                }

                if (!invocation.BindsAgain())
                {
                    return;
                }
            }
        }
        finally
        {
            await invocation.EndScopeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The name of the tool.</summary>
    public override string ToString() => Name;
}
