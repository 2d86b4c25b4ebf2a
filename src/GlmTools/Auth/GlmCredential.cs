namespace GlmTools;

/// <summary>Makes the bearer token of a request, and keeps what it is made of out of every message.</summary>
internal abstract class GlmCredential
{
    private const string Mask = "***";

    /// <summary>The token to send now.</summary>
    public abstract string GetToken();

    /// <summary>Whether <see cref="Renew"/> leads to another token.</summary>
    public virtual bool CanRenew => false;

    /// <summary>Drops a token the service called expired.</summary>
    public virtual void Renew()
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
        ArgumentNullException.ThrowIfNull(apiKey);
        // A key pasted or read from a file often brings its line end along.
        apiKey = apiKey.Trim();
        if (apiKey.Length == 0)
        {
            throw new ArgumentException("The API key is empty.", nameof(apiKey));
        }

        if (apiKey.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException("The API key holds a blank or another character that no key has; it may have been cut or joined while copying.", nameof(apiKey));
        }

        return authentication switch
        {
            GlmAuthentication.ApiKey => new ApiKeyCredential(apiKey),
            GlmAuthentication.Jwt => new JwtCredential(apiKey, time),
            _ => throw new ArgumentOutOfRangeException(nameof(authentication), authentication, "There is no such way to authenticate."),
        };
    }
}
