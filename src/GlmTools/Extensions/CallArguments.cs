using System.Text;
using System.Text.Json;
using GlmTools.Binding;
using GlmTools.Binding.Normalizing;
using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>The arguments of a call, which are text of unknown quality on the wire and a dictionary in Microsoft.Extensions.AI.</summary>
internal static class CallArguments
{
    /// <summary>The call as Microsoft.Extensions.AI knows it.</summary>
    /// <param name="call">The call as the model made it.</param>
    /// <param name="isGenerated">Whether the tool is a <see cref="GlmTool"/>.</param>
    public static FunctionCallContent Read(GlmToolCall call, bool isGenerated)
    {
        var content = new FunctionCallContent(call.Id, call.Name) { RawRepresentation = call };
        if (string.IsNullOrWhiteSpace(call.Arguments) || call.Arguments.Trim() == "null")
        {
            content.Arguments = new Dictionary<string, object?>();
        }
        else if (ArgumentsText.IsObject(call.Arguments))
        {
            content.Arguments = Members(call.Arguments);
        }
        else if (isGenerated)
        {
            content.Arguments = new Dictionary<string, object?> { [ArgumentEncoder.Verbatim] = call.Arguments };
        }
        else if (ArgumentNormalizer.OfArguments(call.Name).Normalize(call.Arguments, JsonTokenType.StartObject) is { IsJson: true } mended && ArgumentsText.IsObject(mended.Text))
        {
            content.Arguments = Members(mended.Text);
        }
        else
        {
            content.Exception = new GlmException($"The model wrote arguments for {Excerpt.Of(call.Name)} that are no JSON object.");
        }

        return content;
    }

    /// <summary>The call as it goes back to the model.</summary>
    public static GlmToolCall Write(FunctionCallContent content) => ReplayedCall.Of(new(content.CallId, content.Name, Text(content)));

    /// <summary>The arguments as the model wrote them, unless they were changed since.</summary>
    public static string Text(FunctionCallContent content)
    {
        var present = Encode(content);
        return content.RawRepresentation is GlmToolCall written && AreEqual(present, Encode(Read(written, ArgumentEncoder.VerbatimText(content.Arguments) is not null)))
            ? written.Arguments
            : Encoding.UTF8.GetString(present.Span);
    }

    private static ReadOnlyMemory<byte> Encode(FunctionCallContent content)
        => content.Arguments is { } arguments ? ArgumentEncoder.Encode(new(arguments)) : "{}"u8.ToArray();

    private static bool AreEqual(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other)
        => CanonicalJson.Of(one.Span).AsSpan().SequenceEqual(CanonicalJson.Of(other.Span));

    private static Dictionary<string, object?> Members(string json)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in JsonElement.Parse(json).EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return members;
    }
}
