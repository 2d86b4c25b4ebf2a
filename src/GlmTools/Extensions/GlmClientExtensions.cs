using Microsoft.Extensions.AI;

namespace GlmTools;

/// <summary>Hands the service to Microsoft.Extensions.AI.</summary>
public static class GlmClientExtensions
{
    /// <summary>A model of the service as an <see cref="IChatClient"/>.</summary>
    /// <param name="client">The service; it is not disposed of.</param>
    /// <param name="model">The model where a request names none, such as <c>glm-4.6</c>.</param>
    /// <param name="settings">How the model is to answer where the options of a request leave it open; the service's defaults where it is left out.</param>
    /// <exception cref="ArgumentException">There is no model.</exception>
    public static IChatClient AsIChatClient(this GlmClient client, string model, GlmChatSettings? settings = null)
        => new GlmChatClient(client, model, settings);
}
