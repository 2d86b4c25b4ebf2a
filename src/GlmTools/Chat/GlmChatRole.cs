namespace GlmTools;

/// <summary>Who a message is from (protocol sheet 3.1).</summary>
public enum GlmChatRole
{
    /// <summary>The application: how the model is to behave.</summary>
    System,

    /// <summary>The person, or the program, that asks.</summary>
    User,

    /// <summary>The model.</summary>
    Assistant,

    /// <summary>The result of a tool call.</summary>
    Tool,
}
