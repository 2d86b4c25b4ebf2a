using System.Text.Json.Nodes;
using GlmTools.Testing;

namespace GlmTools.Cli.Conversing;

/// <summary>A run in a file: what <see cref="GlmRun.Parse"/> reads, and beside it the exact bodies that went over the wire, without secrets.</summary>
internal static class SavedRun
{
    public static Task WriteAsync(string path, GlmRun run, GlmCassette cassette, CancellationToken cancellationToken)
    {
        var json = (JsonObject)JsonNode.Parse(run.ToJson())!;
        json["exchanges"] = JsonNode.Parse(cassette.ToJson())!["exchanges"]!.DeepClone();
        return File.WriteAllTextAsync(path, $"{Shell.Json(json)}\n", cancellationToken);
    }
}
