using LocalServer;

// Points our client and agent at a server that nobody here wrote; server.sh starts one, docs/local-servers.md says how.
var address = Environment.GetEnvironmentVariable("LOCAL_SERVER_URL");
if (string.IsNullOrEmpty(address))
{
    Console.WriteLine("skipped: LOCAL_SERVER_URL is not set; docs/local-servers.md says how to start a server");
    return 0;
}

var key = Environment.GetEnvironmentVariable("LOCAL_SERVER_KEY") ?? "any-key";
var answers = int.Parse(Environment.GetEnvironmentVariable("LOCAL_SERVER_ANSWERS") ?? "20");
var embeddings = Environment.GetEnvironmentVariable("LOCAL_SERVER_EMBEDDINGS_URL");
var server = new Server(new Uri(address), key);
var checks = new Checks();

await new ChatChecks(server).RunAsync(checks);
await new ToolChecks(server).RunAsync(checks);
await new AgentChecks(server).RunAsync(checks);
await EmbeddingChecks.RunAsync(checks, embeddings is null ? null : server with { Address = new Uri(embeddings) });
await new SchemaChecks(server, answers).RunAsync(checks);

Console.WriteLine($"{checks.Passed} passed, {checks.Failed} failed");
return checks.Failed == 0 ? 0 : 1;
