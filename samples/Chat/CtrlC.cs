namespace Chat;

/// <summary>Ctrl+C: it cancels the answer, not the program.</summary>
internal sealed class CtrlC : IDisposable
{
    private CancellationTokenSource? _answer;

    public CtrlC() => Console.CancelKeyPress += Pressed;

    /// <summary>The token of the answer that begins now; <see cref="AnswerEnded"/> says when it has ended.</summary>
    public CancellationToken AnswerBegins()
    {
        var answer = new CancellationTokenSource();
        _answer = answer;
        return answer.Token;
    }

    public void AnswerEnded() => _answer = null;

    public void Dispose() => Console.CancelKeyPress -= Pressed;

    private void Pressed(object? sender, ConsoleCancelEventArgs e)
    {
        e.Cancel = true;
        if (_answer is { } answer)
        {
            answer.Cancel();
        }
        else
        {
            Console.Write("\n(/quit or Ctrl+D ends the chat)\nyou> ");
        }
    }
}
