using GlmTools;

namespace Chat;

/// <summary>Reads a line, answers it, and again.</summary>
/// <param name="session">The conversation.</param>
/// <param name="input">Where the lines come from.</param>
/// <param name="isTerminal">Whether a person types them, who reads an error and goes on; a script should end.</param>
internal sealed class ChatLoop(ChatSession session, TextReader input, bool isTerminal)
{
    private readonly Commands _commands = new(session);

    /// <summary>Runs until there is no more line, or <c>/quit</c>.</summary>
    /// <param name="conversation">The conversation to begin with; <see langword="null"/> for the one that was written last.</param>
    public async Task RunAsync(string? conversation)
    {
        await session.OpenAsync(conversation);
        var goesOn = await TryAsync(async () =>
        {
            await session.ResumeAsync();
            return true;
        });
        while (goesOn && await ReadLineAsync() is { } line)
        {
            goesOn = line.Length == 0 || await TryAsync(async () =>
            {
                if (line.StartsWith('/'))
                {
                    return await _commands.ExecuteAsync(line);
                }

                await session.AskAsync(line);
                return true;
            });
        }
    }

    private async Task<string?> ReadLineAsync()
    {
        Console.Write("\nyou> ");
        var line = await input.ReadLineAsync();
        if (line is null || !isTerminal)
        {
            Console.WriteLine(line);
        }

        return line?.Trim();
    }

    private async Task<bool> TryAsync(Func<Task<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (GlmConversationConflictException conflict) when (isTerminal)
        {
            Console.WriteLine($"error: {conflict.Message}");
            await session.OpenAsync(conflict.ConversationId);
        }
        catch (GlmException failure) when (isTerminal)
        {
            Console.WriteLine($"error: {Screen.Text(failure.Message.ReplaceLineEndings(" "))}");
        }

        return true;
    }
}
