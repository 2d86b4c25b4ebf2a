using System.Reflection;
using System.Text;
using GlmTools.Benchmarks.Definitions;

namespace GlmTools.Benchmarks.Requests;

/// <summary>GlmTools over a service in memory.</summary>
internal static class OwnClient
{
    public static GlmClient Create(HttpMessageHandler handler)
        => new("0123456789abcdef0123456789abcdef.abcdefghijklmnop", new() { BaseAddress = new("http://localhost/v4"), Handler = handler });

    public static GlmChatRequest Request() => new()
    {
        Model = SampleHistory.Model,
        Messages = SampleHistory.Messages,
        Tools = Encoding.UTF8.GetBytes(HandDefinitions.Ten()),
        Temperature = SampleHistory.Temperature,
    };

    /// <summary>
    /// What checks a request and makes its body, to be disposed of when it was sent. It is nobody's business but the client's, so it is reached by
    /// reflection.
    /// </summary>
    public static Func<GlmChatRequest, bool, IDisposable> Writer(GlmClient client)
    {
        var dialect = typeof(GlmChat).GetProperty("Dialect", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(client.Chat)!;
        var check = dialect.GetType().GetMethod("ThrowIfBroken", [typeof(GlmChatRequest)])!.CreateDelegate<Action<GlmChatRequest>>(dialect);
        var write = typeof(GlmChat).GetMethod("Write", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<GlmChatRequest, bool, IDisposable>>(client.Chat);
        return (request, stream) =>
        {
            check(request);
            return write(request, stream);
        };
    }
}
