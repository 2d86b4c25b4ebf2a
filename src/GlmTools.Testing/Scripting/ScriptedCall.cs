namespace GlmTools.Testing;

/// <summary>A call the script makes.</summary>
/// <param name="tool">The name of the tool.</param>
/// <param name="arguments">The arguments, as they go out.</param>
/// <param name="mustBeDeclared">Whether the request has to declare the tool.</param>
internal sealed class ScriptedCall(string tool, string arguments, bool mustBeDeclared)
{
    public string Tool => tool;

    public string Arguments => arguments;

    /// <summary>What the result should be like.</summary>
    public List<ScriptedText> Expected { get; } = [];

    public static ScriptedCall Raw(string tool, string arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        ArgumentNullException.ThrowIfNull(arguments);
        return new(tool, arguments, mustBeDeclared: false);
    }

    public void Expect(ScriptedText result) => Expected.Add(result);

    /// <summary>Why a request cannot be answered with this call; <see langword="null"/> where it can.</summary>
    public string? ObjectionTo(IReadOnlyList<string> declared)
    {
        if (!mustBeDeclared || declared.Contains(tool))
        {
            return null;
        }

        var has = declared.Count == 0 ? "it declares no tools" : $"it declares {string.Join(", ", declared)}";
        return $"the request does not declare {tool}: {has}";
    }

    /// <summary>What is wrong with a result; <see langword="null"/> for nothing.</summary>
    public string? ObjectionTo(string? result)
        => Expected.Find(expected => result is null || !expected.Matches(result)) is not { } unmet ? null
            : result is null ? $"expected {unmet.Shown} the result of {tool}, but the request has no result of it"
            : $"expected {unmet.Shown} the result of {tool}, but it is: {result}";

    public override string ToString() => $"{tool} {arguments}";
}
