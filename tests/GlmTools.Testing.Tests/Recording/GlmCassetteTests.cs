namespace GlmTools.Testing.Tests.Recording;

public class GlmCassetteTests
{
    private const string Written = """
        {
          "cassette": 1,
          "exchanges": [
            {
              "request": {
                "method": "POST",
                "url": "/api/paas/v4/chat/completions",
                "headers": {
                  "content-type": "application/json"
                },
                "body": {
                  "model": "glm-4.6",
                  "content": "城市 😀"
                }
              },
              "response": {
                "status": 200,
                "headers": {
                  "content-type": "text/event-stream"
                },
                "chunks": [
                  {
                    "after_ms": 12,
                    "data": "data: 城"
                  },
                  {
                    "after_ms": 0,
                    "base64": "5Q=="
                  }
                ],
                "broken": true
              },
              "started": 0,
              "seconds": 0.012
            },
            {
              "request": {
                "method": "GET",
                "url": "/api/paas/v4/files"
              },
              "response": {
                "status": 502,
                "text": "<html>"
              },
              "started": 1500,
              "seconds": 2
            }
          ]
        }

        """;

    [Fact]
    public void A_cassette_is_written_as_it_was_read()
        => Assert.Equal(Written.ReplaceLineEndings("\n"), GlmCassette.Parse(Written).ToJson());

    [Fact]
    public void Times_are_read()
    {
        var exchanges = GlmCassette.Parse(Written).Exchanges;
        Assert.Equal(TimeSpan.FromMilliseconds(12), exchanges[0].Response.Chunks![0].After);
        Assert.Equal(TimeSpan.FromSeconds(1.5), exchanges[1].Started);
        Assert.Equal(TimeSpan.FromSeconds(2), exchanges[1].Duration);
        Assert.Equal("GET /api/paas/v4/files -> 502", exchanges[1].ToString());
    }

    [Theory]
    [InlineData("[]", "there are no \"exchanges\"")]
    [InlineData("{", "This is no cassette")]
    [InlineData("""{"cassette":2,"exchanges":[]}""", "of version 2")]
    [InlineData("""{"exchanges":[{"request":{"method":"GET"},"response":{"status":200}}]}""", "/exchanges/0/request has no \"url\"")]
    [InlineData("""{"exchanges":[{"request":{"method":"GET","url":"/"}}]}""", "/exchanges/0 has no \"response\"")]
    [InlineData("""{"exchanges":[{"request":{"method":"GET","url":"/"},"response":{"status":"x"}}]}""", "This is no cassette")]
    public void What_is_no_cassette_is_refused_with_its_place(string json, string message)
        => Assert.Contains(message, Assert.Throws<GlmCassetteException>(() => GlmCassette.Parse(json)).Message, StringComparison.Ordinal);
}
