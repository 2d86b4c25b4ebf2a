using System.Net.Http.Headers;

namespace GlmTools;

/// <summary>Makes the bearer token of a request, and keeps what it is made of out of every message.</summary>
internal abstract class GlmCredential
{
    private const string Mask = "***";

    /// <summary>The token to send now.</summary>
    public abstract string GetToken();

    /// <summary>Whether <see cref="Renew"/> leads to another token.</summary>
    public virtual bool CanRenew => false;

    /// <summary>Whether a request that failed like this may succeed with a renewed token.</summary>
    public virtual bool CanMend(GlmException failure) => CanRenew && failure.Retry == RetryKind.FreshToken;

    /// <summary>The header that signs a request; <see langword="null"/> for none.</summary>
    public virtual ValueTask<AuthenticationHeaderValue?> AuthorizeAsync(CancellationToken cancellationToken) => new(new AuthenticationHeaderValue("Bearer", GetToken()));

    /// <summary>The token that signs requests now, only to be told apart from another one.</summary>
    public virtual object? Stamp => null;

    /// <summary>Drops a token the service called expired, unless another one has taken its place.</summary>
    /// <param name="stamp">What <see cref="Stamp"/> was when the request was begun.</param>
    public virtual void Renew(object? stamp)
    {
    }

    /// <summary>Blots out every secret in a text that came from outside, such as an error message that quotes the token.</summary>
    public string Redact(string text)
    {
        foreach (var secret in Secrets())
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Nothing of the key.</summary>
    public sealed override string ToString() => $"{GetType().Name}({Mask})";

    /// <summary>What no message may hold, the longest first.</summary>
    protected abstract IEnumerable<string> Secrets();

    public static GlmCredential Create(string apiKey, GlmAuthentication authentication, TimeProvider time)
    {
        apiKey = Clean(apiKey, "API key", nameof(apiKey));
        return authentication switch
        {
            GlmAuthentication.ApiKey => new ApiKeyCredential(apiKey),
            GlmAuthentication.Jwt => new JwtCredential(apiKey, time),
            _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "There is no such way to authenticate."),
        };
    }

    /// <summary>The credential of V3: a JWT that stands alone in the header (protocol sheet 10).</summary>
    public static GlmCredential CreateBare(string apiKey, TimeProvider time) => new JwtCredential(Clean(apiKey, "API key", nameof(apiKey)), time) { IsBare = true };

    /// <summary>A key as it is meant.</summary>
    /// <param name="key">The key as it was given.</param>
    /// <param name="name">What a message calls it.</param>
    /// <param name="parameter">The parameter it was given as.</param>
    /// <exception cref="ArgumentException">It cannot be one. The message does not show it.</exception>
    protected static string Clean(string key, string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(key, parameter);
        // A key pasted or read from a file often brings its line end along.
        key = key.Trim();
        if (key.Length == 0)
        {
            throw new ArgumentException($"The {name} is empty.", parameter);
        }

        return key.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? throw new ArgumentException($"The {name} holds a blank or another character that no key has; it may have been cut or joined while copying.", parameter)
            : key;
    }
}
