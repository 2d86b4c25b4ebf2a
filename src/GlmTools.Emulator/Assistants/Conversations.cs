using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace GlmTools.Emulator.Assistants;

/// <summary>The conversations the service keeps, by id: the prompts of each.</summary>
internal sealed class Conversations
{
    private readonly ConcurrentDictionary<string, List<string>> _prompts = [];

    public string Begin()
    {
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        _prompts[id] = [];
        return id;
    }

    public bool Exists(string id) => _prompts.ContainsKey(id);

    /// <summary>Adds a prompt, and returns those before it.</summary>
    public IReadOnlyList<string> Add(string id, string prompt)
    {
        var prompts = _prompts[id];
        lock (prompts)
        {
            string[] before = [.. prompts];
            prompts.Add(prompt);
            return before;
        }
    }
}
