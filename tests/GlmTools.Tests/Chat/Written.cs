using System.Text;

namespace GlmTools.Tests.Chat;

/// <summary>Requests as they are sent.</summary>
internal static class Written
{
    public static string Text(GlmChatRequest request, bool stream = false)
    {
        using var body = JsonBody.Start();
        ChatRequestWriter.Write(body.Json, request, stream);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
