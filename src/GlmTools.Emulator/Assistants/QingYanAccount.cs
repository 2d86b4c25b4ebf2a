using System.Security.Cryptography;
using System.Text;

namespace GlmTools.Emulator.Assistants;

/// <summary>The one developer the emulated service knows, with ids in the forms that are seen in the wild.</summary>
internal sealed class QingYanAccount(EmulatedQingYanOptions options)
{
    public string ApiKey { get; } = options.ApiKey ?? RandomNumberGenerator.GetHexString(16, lowercase: true);

    public string ApiSecret { get; } = options.ApiSecret ?? RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string AssistantId { get; } = options.AssistantId ?? RandomNumberGenerator.GetHexString(24, lowercase: true);

    public bool Knows(string key, string secret) => IsSame(key, ApiKey) & IsSame(secret, ApiSecret);

    private static bool IsSame(string given, string expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
