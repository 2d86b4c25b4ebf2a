using System.Runtime.CompilerServices;
using DiffEngine;
using GlmTools.Generators.Tests.Output;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>
/// Compares a text with <c>{Class}.{Method}.verified.json</c> beside the test, by the file convention of Verify: a text that differs
/// is written as <c>.received.json</c> and shown in the diff tool, from which it is accepted by moving it over the other.
/// </summary>
internal static class Snapshot
{
    public static async Task Verify(string json, [CallerFilePath] string path = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{method}");
        var (verified, received) = ($"{stem}.verified.json", $"{stem}.received.json");
        var expected = File.Exists(verified) ? await File.ReadAllTextAsync(verified) : "";
        if (expected == json)
        {
            File.Delete(received);
            DiffRunner.Kill(received, verified);
            return;
        }

        await File.WriteAllTextAsync(received, json);
        if (!BuildServerDetector.Detected)
        {
            await DiffRunner.LaunchAsync(received, verified);
        }

        Assert.Fail($"{Path.GetFileName(verified)} differs in {Baseline.FirstDifference(expected, json)}\nAccept it with: mv {received} {verified}");
    }
}
