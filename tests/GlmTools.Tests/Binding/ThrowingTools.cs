using System.Text.Json;

namespace GlmTools.Tests.Binding;

/// <summary>A tool that fails in a way in which malformed arguments fail too.</summary>
public sealed class ThrowingTools
{
    /// <summary>How often the tool was called.</summary>
    public int Calls { get; private set; }

    /// <summary>Throws.</summary>
    /// <param name="number">Any number.</param>
    [GlmTool]
    public string ThrowAnything(int number)
    {
        Calls++;
        throw new JsonException($"The method's own, {number}.");
    }
}
