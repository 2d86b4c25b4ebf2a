using GlmTools.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Parsing.Advice;

/// <summary>
/// Finds arguments that belong to the host: a secret in a conversation is a secret no more, and a model that chooses whose
/// data a call is about can be talked into somebody else's.
/// </summary>
internal static class Sensitive
{
    // What a name ends with: "dbPassword" is one, "passwordLength" is not.
    private static readonly HashSet<string> Secrets =
    [
        "password", "passwd", "pwd", "passphrase", "passcode", "secret", "secrets", "credential", "credentials",
        "api key", "apikey", "access key", "private key", "signing key", "encryption key", "connection string", "connectionstring",
        "access token", "auth token", "bearer token", "refresh token", "session token", "security token", "api token", "id token",
    ];

    // What a name is as a whole: "nextPageToken" and "recipientUserId" are the model's to choose.
    private static readonly HashSet<string> WholeSecrets = ["token", "jwt"];

    private static readonly HashSet<string> WholeIdentities =
    [
        "user id", "userid", "current user", "current user id", "caller id", "principal id", "tenant id", "tenantid", "session id", "sessionid",
    ];

    /// <param name="types">Takes the objection.</param>
    /// <param name="name">The name of the parameter or member.</param>
    /// <param name="type">Its type: a flag tells nothing.</param>
    /// <param name="place">Where it is, for a message.</param>
    public static void Check(TypeParser types, string name, ITypeSymbol type, string place)
    {
        if (types.Sink.IsHeard && type is not { SpecialType: SpecialType.System_Boolean } && KindOf(name) is { } kind)
        {
            types.Sink.Report(Rules.Sensitive, types.At, place, kind);
        }
    }

    /// <returns>What a name looks like, for a message; <see langword="null"/> for nothing of the sort.</returns>
    public static string? KindOf(string name)
    {
        var words = Words.Of(name);
        var whole = string.Join(" ", words);
        var end = words.Count > 1 ? $"{words[words.Count - 2]} {words[words.Count - 1]}" : whole;
        return WholeIdentities.Contains(whole) ? "the identity of the caller"
            : WholeSecrets.Contains(whole) || Secrets.Contains(end) || (words.Count > 0 && Secrets.Contains(words[words.Count - 1])) ? "a secret"
            : null;
    }
}
