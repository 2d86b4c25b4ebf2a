using System.CommandLine;
using Chat;
using GlmTools;

// Played where nobody types and nothing is piped in. The second half finds what the first one left in the file: among it an answer
// with quotes, a backslash and a line break, which history files glued together from strings do not survive.
const string Beginning = """
    What time is it in UTC?
    How much is 12.5 * 8?
    Note: the shop is called "Tea \ Time"
    What was my last question?
    /tools
    /cost
    """;
const string Continuation = """
    /history
    How much is 1 / 0?
    /undo
    What was my last question?
    /quit
    """;

var conversation = new Option<string?>("--conversation") { Description = "The conversation to go on with, or to begin. Default: the one that was written last." };
var database = new Option<string?>("--database") { Description = "The SQLite file the conversations are in. Default: a file in your folder for application data." };
var model = new Option<string>("--model") { Description = "The GLM model.", DefaultValueFactory = static _ => "glm-4.7-flash" };
var command = new RootCommand("A chat with a GLM model that remembers what was said, also when it is killed. /help lists its commands.") { conversation, database, model };
foreach (var option in new Option[] { conversation, database, model })
{
    option.Validators.Add(static result =>
    {
        if (result.Tokens.Any(static token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{result.Option.Name} is empty; see --help.");
        }
    });
}

command.SetAction(async (options, cancellationToken) =>
{
    try
    {
        // Where the answers go into a file, nobody sees a prompt to type behind.
        var isTerminal = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        await using var service = await Service.StartAsync(TimeSpan.FromMilliseconds(isTerminal ? 30 : 0), cancellationToken);
        if (isTerminal || (Console.IsInputRedirected && Console.In.Peek() >= 0))
        {
            using var ctrlC = isTerminal ? new CtrlC() : null;
            await ChatAsync(options, service, options.GetValue(database) ?? DefaultPath(), Console.In, ctrlC);
        }
        else
        {
            await PlayAsync(options, service);
        }

        return 0;
    }
    catch (Exception failure) when (failure is GlmException or ArgumentException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"error: {failure.Message.ReplaceLineEndings(" ")}");
        return 1;
    }
});

// Ctrl+C belongs to the chat.
return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = null });

async Task ChatAsync(ParseResult options, Service service, string path, TextReader input, CtrlC? ctrlC)
{
    await using var store = await GlmSqliteStore.OpenAsync(path);
    var agent = new GlmAgent(service.Client, options.GetRequiredValue(model), new ChatTools(TimeProvider.System).Tools, new()
    {
        Instructions = "You talk to somebody at a terminal. Answer in plain text, briefly, in the language you are asked in.",
        Store = store,
        Prices = service.Prices,
    });
    await new ChatLoop(new ChatSession(agent, store, ctrlC), input, isTerminal: ctrlC is not null).RunAsync(options.GetValue(conversation));
}

async Task PlayAsync(ParseResult options, Service service)
{
    var folder = Directory.CreateTempSubdirectory("glmtools-chat-");
    try
    {
        var path = options.GetValue(database) ?? Path.Combine(folder.FullName, "chat.db");
        await ChatAsync(options, service, path, new StringReader(Beginning), null);
        Console.WriteLine("\n--- The program ends here, and is started again. ---\n");
        await ChatAsync(options, service, path, new StringReader(Continuation), null);
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

static string DefaultPath()
{
    var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
    return folder.Length == 0
        ? throw new ArgumentException("There is no folder for application data here; say where the conversations are to be kept with --database.")
        : Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "GlmTools.Chat")).FullName, "conversations.db");
}
