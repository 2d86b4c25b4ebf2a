namespace GlmTools.Emulator;

/// <summary>What the emulated assistant answers: contents in order, and how they cross the wire.</summary>
public sealed record EmulatedAssistantReply
{
    /// <summary>What it puts out, in order. A stream repeats the whole text of a content each time it has grown, as the service does.</summary>
    public IReadOnlyList<EmulatedAssistantContent> Contents { get; init; } = [];

    /// <summary>The sources the answer cites, title and address; they come with the last frame of a stream.</summary>
    public IReadOnlyList<(string Title, string Url)> Sources { get; init; } = [];

    /// <summary>What the content filter says after the contents, or <see langword="null"/> (the default) where it does not step in.</summary>
    public string? Intervention { get; init; }

    /// <summary>The JSON of <c>last_error</c> after the contents, or <see langword="null"/> (the default) for a run that succeeds.</summary>
    public string? LastError { get; init; }

    /// <summary>The refusal that takes the place of an answer: a status other than 0, with HTTP 200; <see langword="null"/> (the default) for none.</summary>
    public (int Status, string Message)? Refusal { get; init; }

    /// <summary>Whether a blank stands behind <c>data:</c>; it is not guaranteed.</summary>
    /// <value>No.</value>
    public bool BlankAfterColon { get; init; }

    /// <summary>Whether each frame has an <c>event:</c> line.</summary>
    /// <value>No.</value>
    public bool EventLines { get; init; }

    /// <summary>After how many frames the connection breaks, or <see langword="null"/> (the default) for never.</summary>
    public int? AbortAfter { get; init; }

    /// <summary>An answer that is text.</summary>
    /// <param name="text">The text.</param>
    public static EmulatedAssistantReply Say(string text) => Of(EmulatedAssistantContent.Text(text));

    /// <summary>An answer of several contents.</summary>
    /// <param name="contents">The contents.</param>
    public static EmulatedAssistantReply Of(params EmulatedAssistantContent[] contents) => new() { Contents = contents };

    /// <summary>A refusal with HTTP 200.</summary>
    /// <param name="status">The status in the body, any number but 0.</param>
    /// <param name="message">The message.</param>
    public static EmulatedAssistantReply Fail(int status, string message) => new() { Refusal = (status, message) };
}
