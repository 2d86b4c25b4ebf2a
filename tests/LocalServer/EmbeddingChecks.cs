using GlmTools;
using static LocalServer.Checks;

namespace LocalServer;

/// <summary>Embeddings, which a server of llama.cpp gives when it is started for them.</summary>
internal static class EmbeddingChecks
{
    public static async Task RunAsync(Checks checks, Server? server)
    {
        if (server is null)
        {
            Console.WriteLine("skipped embeddings: LOCAL_SERVER_EMBEDDINGS_URL is not set");
            return;
        }

        await checks.RunAsync("embeddings come in order", async () =>
        {
            using var glm = server.ConnectOnce();
            var result = await glm.Embeddings.CreateAsync(new() { Model = "any", Input = ["北京", "apple", "北京"] });
            var vectors = result.Embeddings.Select(static embedding => embedding.Vector.ToArray()).ToArray();
            Require(vectors.Length == 3 && vectors[0].Length > 0, $"{vectors.Length} vectors");
            Require(Distance(vectors[0], vectors[2]) < 1e-4 && Distance(vectors[0], vectors[1]) > 1e-3, "equal texts are not near each other, or others are");
            Require(result.Usage.TotalTokens > 0, "no usage");
            return $"3 vectors of {vectors[0].Length}, {result.Usage.TotalTokens} tokens";
        });
    }

    private static double Distance(float[] left, float[] right) => left.Zip(right, static (l, r) => Math.Abs(l - r)).Max();
}
