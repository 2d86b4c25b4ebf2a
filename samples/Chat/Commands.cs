using System.Text;
using GlmTools;

namespace Chat;

/// <summary>What begins with a slash is not for the model.</summary>
internal sealed class Commands(ChatSession session)
{
    private const string Help = """
        /undo         take back the last question and all that followed
        /tools        what the model can call, and what that takes of each request
        /cost         tokens and money of this session
        /history      the conversation so far
        /export FILE  write it to a file, as the JSON that goes over the wire
        /new          begin a new conversation
        /quit         end; so does Ctrl+D. Ctrl+C only cancels an answer
        """;

    /// <summary>Carries out a command.</summary>
    /// <returns>Whether the chat goes on.</returns>
    public async Task<bool> ExecuteAsync(string line)
    {
        var (name, argument) = line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var rest] ? (first, rest) : (line, "");
        switch (name)
        {
            case "/help":
                Console.WriteLine(Help);
                break;
            case "/undo":
                Console.WriteLine(await session.Conversation.UndoAsync() ? "The last question is taken back." : "There is nothing to take back.");
                break;
            case "/tools":
                ShowTools();
                break;
            case "/cost":
                ShowCost();
                break;
            case "/history":
                ShowHistory();
                break;
            case "/export":
                await ExportAsync(argument);
                break;
            case "/new":
                await session.BeginAsync();
                break;
            case "/quit":
                return false;
            default:
                Console.WriteLine($"There is no {Screen.Text(name)}.\n{Help}");
                break;
        }

        return true;
    }

    private void ShowTools()
    {
        foreach (var tool in session.Tools)
        {
            Console.WriteLine($"{tool.Name,-12} {tool.EstimatedTokens,5} tokens  {tool.Policy.Effect,-12} {tool.Description}");
        }

        Console.WriteLine($"{"together",-12} {session.Tools.EstimatedTokens,5} tokens of every request, estimated");
    }

    private void ShowCost()
    {
        foreach (var (index, turn) in session.Turns.Index())
        {
            Console.WriteLine($"turn {index + 1,-4} {turn.Model,-16} {Tokens(turn.Usage)}  {turn.Cost?.ToString() ?? "price unknown"}");
        }

        GlmTurn[] known = [.. session.Turns.Where(static turn => turn.Cost is not null)];
        var sum = known.Aggregate(default(GlmCost), static (sum, turn) => sum + turn.Cost!.Value);
        var unknown = session.Turns.Count - known.Length;
        Console.WriteLine($"{"together",-26} {Tokens(session.Turns.Aggregate(default(GlmUsage), static (sum, turn) => sum + turn.Usage))}  "
            + (unknown == 0 ? $"{sum}" : known.Length == 0 ? "price unknown" : $"{sum}, and {unknown} turns whose price is unknown"));
        Console.WriteLine("An answer that was cancelled is not in it: the service tells what it takes at its end.");
    }

    private static string Tokens(GlmUsage usage) => $"{usage.PromptTokens,6} + {usage.CompletionTokens,5} tokens";

    private void ShowHistory()
    {
        if (session.Conversation.Messages.Count == 0)
        {
            Console.WriteLine("Nothing has been said yet.");
        }

        foreach (var message in session.Conversation.Messages)
        {
            var text = new StringBuilder(message.Content);
            foreach (var call in message.ToolCalls)
            {
                text.Append($" -> {call.Name} {call.Arguments}");
            }

            Console.WriteLine($"{message.Role.ToString().ToLowerInvariant(),-9} {Screen.Text(text.ToString().Trim())}");
        }
    }

    private async Task ExportAsync(string path)
    {
        if (path.Length == 0)
        {
            Console.WriteLine("Where to? /export FILE");
            return;
        }

        try
        {
            // CreateNew: no file is overwritten by a slip of the hand.
            await using var file = new FileStream(path, FileMode.CreateNew);
            await file.WriteAsync(Encoding.UTF8.GetBytes(session.Conversation.ToJson()));
            Console.WriteLine($"Written to {file.Name}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Console.WriteLine($"error: {failure.Message}");
        }
    }
}
