namespace GlmTools.Tests.Auth;

public sealed class ApiKeyCredentialTests
{
    [Theory]
    [InlineData("id.secret", "id.secret")]
    [InlineData("a-key-of-another-host", "a-key-of-another-host")]
    [InlineData(" id.secret\r\n", "id.secret")]
    public void The_key_is_the_token(string key, string token)
        => Assert.Equal(token, Create(key).GetToken());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("my secret")]
    [InlineData("密钥.secret")]
    public void A_key_that_cannot_be_one_is_refused_and_not_shown(string key)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Create(key));

        Assert.True(key.Trim().Length == 0 || !refusal.ToString().Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public void It_cannot_be_renewed() => Assert.False(Create("id.secret").CanRenew);

    [Fact]
    public void Nothing_of_the_key_is_shown()
    {
        Assert.Equal("ApiKeyCredential(***)", Create("id.hushhush").ToString());
        Assert.Equal("*** and ***", Create("id.hushhush").Redact("id.hushhush and hushhush"));
    }

    private static GlmCredential Create(string key) => GlmCredential.Create(key, GlmAuthentication.ApiKey, TimeProvider.System);
}
