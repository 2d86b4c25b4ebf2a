namespace GlmTools;

/// <summary>A piece of a confirmation.</summary>
/// <param name="Text">What is shown, or which argument.</param>
/// <param name="IsArgument">Whether the text is the path of an argument: <c>order.id</c>.</param>
internal sealed record ConfirmationPart(string Text, bool IsArgument);
