using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

public class GLM024_SensitiveTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("oldPassword")]
    [InlineData("db_password")]
    [InlineData("PWD")]
    [InlineData("clientSecret")]
    [InlineData("apiKey")]
    [InlineData("APIKey")]
    [InlineData("apikey")]
    [InlineData("API_KEY")]
    [InlineData("connectionString")]
    [InlineData("token")]
    [InlineData("accessToken")]
    public async Task What_looks_like_a_secret_is_a_warning(string name)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad(string {name}) {{ }}"))
            .AssertReported("GLM024", name, $"'{name}' looks like a secret, which a model should neither see nor choose; take it from the host: [FromContext], [FromServices] or GlmToolContext");

    [Theory]
    [InlineData("string userId")]
    [InlineData("int user_id")]
    [InlineData("Guid userID")]
    [InlineData("Guid? tenantId")]
    [InlineData("string sessionId")]
    public async Task What_looks_like_the_identity_of_the_caller_is_a_warning(string parameter)
    {
        var name = parameter.Split(' ')[1];
        (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Bad({parameter}) {{ }}"))
            .AssertReported("GLM024", name, $"'{name}' looks like the identity of the caller, which a model should neither see nor choose; take it from the host: [FromContext], [FromServices] or GlmToolContext");
    }

    [Theory]
    [InlineData("public record Login(string Name, string Password);", "Password")]
    [InlineData("public class Login { public string? ApiKey { get; set; } }", "ApiKey")]
    public async Task Members_are_looked_at_too(string type, string member)
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public void Bad(Login login) { }", type))
            .AssertReported("GLM024", "login", $"'login.{member}' looks like a secret, which a model should neither see nor choose; take it from the host: [FromContext], [FromServices] or GlmToolContext");

    [Theory]
    [InlineData("int maxTokens")]
    [InlineData("int tokens")]
    [InlineData("string nextPageToken")]
    [InlineData("string continuationToken")]
    [InlineData("int passwordLength")]
    [InlineData("bool hasPassword")]
    [InlineData("string recipientUserId")]
    [InlineData("string userName")]
    [InlineData("string key")]
    [InlineData("string secretary")]
    [InlineData("CancellationToken token")]
    [InlineData("[FromContext] string userId")]
    [InlineData("[FromServices] string apiKey")]
    public async Task What_is_for_the_model_to_choose_and_what_it_cannot_see_is_fine(string parameter)
        => (await Analyzed.Members($"[GlmTool(Description = \"d\")] public void Good({parameter}) {{ }}")).AssertClean();

    [Fact]
    public async Task A_result_may_name_a_user()
        => (await Analyzed.Members("[GlmTool(Description = \"d\")] public Order Good() => new(\"\");", "public record Order(string UserId);")).AssertClean();

    [Fact]
    public async Task It_can_be_silenced()
        => (await Analyzed.Members("#pragma warning disable GLM024\n[GlmTool(Description = \"d\")] public void Bad(string userId) { }")).AssertClean();
}
