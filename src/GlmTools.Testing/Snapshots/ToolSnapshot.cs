using System.Runtime.CompilerServices;
using System.Text;

namespace GlmTools.Testing;

/// <summary>
/// Keeps what models are told about tools in a file beside the test, by the convention of Verify: what differs from
/// <c>{Class}.{Method}.verified.json</c> is written as <c>.received.json</c>, shown in the diff tool, and accepted by moving it over the other.
/// </summary>
public static class ToolSnapshot
{
    /// <summary>Compares tools with those that were agreed to.</summary>
    /// <param name="set">The tools.</param>
    /// <param name="options">Where the snapshot is kept, and how; what Verify would do by default.</param>
    /// <param name="cancellationToken">Cancels the comparison.</param>
    /// <param name="sourceFile">The test file; the compiler fills it in.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    /// <exception cref="ToolSnapshotException">They differ, or nothing was agreed to yet.</exception>
    /// <exception cref="DirectoryNotFoundException">The test file is not on this machine.</exception>
    public static async Task Verify(
        GlmToolSet set,
        ToolSnapshotOptions? options = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(set);
        options ??= new();
        var isJson = options.Format == ToolSnapshotFormat.Json;
        var file = new SnapshotFile(Path.Combine(DirectoryOf(options, sourceFile), SnapshotName.Of(options, sourceFile, member)), isJson ? ".json" : ".md");
        var text = isJson ? set.ToJson(indented: true) : ToolMarkdown.Render(set);
        if (await file.CompareAsync(text, cancellationToken).ConfigureAwait(false) is { } agreed)
        {
            var changes = isJson ? ChangesOf(agreed, text) : [];
            throw new ToolSnapshotException(Message(file, agreed, text, changes), file.Verified, file.Received, changes);
        }
    }

    private static string DirectoryOf(ToolSnapshotOptions options, string sourceFile)
        => options.Directory is { } directory && Path.IsPathFullyQualified(directory)
            ? directory
            : Path.GetFullPath(options.Directory ?? ".", SourceDirectory.Of(sourceFile));

    private static IReadOnlyList<ToolChange> ChangesOf(string agreed, string text)
    {
        try
        {
            return ToolChanges.Between(agreed, text);
        }
        catch (ArgumentException)
        {
            // What was agreed to is no JSON of tools, as before the first time or after a merge; the line that differs shows it.
            return [];
        }
    }

    private static string Message(SnapshotFile file, string agreed, string text, IReadOnlyList<ToolChange> changes)
    {
        var message = new StringBuilder(agreed.Length == 0
            ? $"Nobody has agreed to these tools yet: there is no {Path.GetFileName(file.Verified)}."
            : $"The tools differ from {Path.GetFileName(file.Verified)} in {SnapshotFile.FirstDifference(agreed, text)}");
        message.Append(changes.Count > 0 ? "\nWhat changed for models:" : "");
        foreach (var change in changes)
        {
            message.Append($"\n  {change.Id} {(change.IsBreaking ? "breaks calls" : "breaks nothing")}: {change.Text}");
        }

        return message.Append($"\nAccept it with: {(OperatingSystem.IsWindows() ? "move /Y" : "mv")} \"{file.Received}\" \"{file.Verified}\"").ToString();
    }
}
