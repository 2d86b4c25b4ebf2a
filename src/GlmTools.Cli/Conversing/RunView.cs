namespace GlmTools.Cli.Conversing;

/// <summary>Prints a run while it happens: the text of the model on the output, everything else beside it.</summary>
/// <param name="shell">Where to.</param>
/// <param name="aside">Where what is not the model's text goes.</param>
internal sealed class RunView(Shell shell, TextWriter aside)
{
    private TextWriter? _open;
    private bool _isReasoning;
    private int _turn;

    public void Show(GlmRunEvent e)
    {
        switch (e)
        {
            case GlmTurnStarted started:
                // The same turn again: what it has streamed so far does not count.
                if (started.Turn == _turn)
                {
                    Line("(the answer broke off and begins again)");
                }

                _turn = started.Turn;
                break;
            case GlmReasoningDelta delta:
                Continue(aside, delta.Text, isReasoning: true);
                break;
            case GlmTextDelta delta:
                Continue(shell.Out, delta.Text, isReasoning: false);
                break;
            case GlmToolCallStarted started:
                Line($"-> {started.Call.Name} {started.Call.Arguments}");
                break;
            case GlmToolCallProgress progress:
                Line($".. {progress.Text}");
                break;
            case GlmToolCallFinished finished:
                Line($"<- {finished.Call.Name} {finished.Result.Text}");
                break;
        }
    }

    /// <summary>Ends the line, if one is begun.</summary>
    public void End()
    {
        _open?.WriteLine();
        _open = null;
    }

    private void Continue(TextWriter writer, string text, bool isReasoning)
    {
        if (_open is null || _isReasoning != isReasoning)
        {
            // Models that think begin their text with a line break.
            text = text.TrimStart();
            if (text.Length == 0)
            {
                return;
            }

            End();
            (_open, _isReasoning) = (writer, isReasoning);
        }

        writer.Write(isReasoning ? shell.Dim(text) : Shell.Harmless(text));
        writer.Flush();
    }

    private void Line(string text)
    {
        End();
        aside.WriteLine(shell.Dim(text));
    }
}
