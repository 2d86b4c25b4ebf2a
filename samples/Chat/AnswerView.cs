using GlmTools;

namespace Chat;

/// <summary>Prints one answer while it arrives: reasoning dimmed, text as it comes, each tool call and what came of it.</summary>
internal sealed class AnswerView
{
    private string? _open;
    private int _turn;

    public void Show(GlmRunEvent e)
    {
        switch (e)
        {
            case GlmTurnStarted started:
                // The same turn again: what it has streamed so far does not count.
                if (started.Turn == _turn)
                {
                    Line("     (the answer broke off and begins again)", isDim: true);
                }

                _turn = started.Turn;
                break;
            case GlmReasoningDelta delta:
                Continue("     ", delta.Text, isDim: true);
                break;
            case GlmTextDelta delta:
                Continue("glm> ", delta.Text, isDim: false);
                break;
            case GlmToolCallStarted started:
                Line($"     -> {started.Call.Name} {started.Call.Arguments}");
                break;
            case GlmToolCallProgress progress:
                Line($"     .. {progress.Text}", isDim: true);
                break;
            case GlmToolCallFinished finished:
                Line($"     <- {finished.Call.Name} {finished.Result.Text}");
                break;
            case GlmRunStopped { Run: { StopReason: not GlmStopReason.Answered } run }:
                Line($"     (stopped: {run.StopReason})");
                break;
        }
    }

    /// <summary>Ends the line, if one is begun.</summary>
    public void End()
    {
        if (_open is not null)
        {
            Console.WriteLine();
            _open = null;
        }
    }

    private void Continue(string prompt, string text, bool isDim)
    {
        if (_open != prompt)
        {
            // Models that think begin their text with a line break.
            text = text.TrimStart();
            if (text.Length == 0)
            {
                return;
            }

            End();
            Console.Write(prompt);
            _open = prompt;
        }

        Console.Write(Screen.Text(text, isDim));
    }

    private void Line(string text, bool isDim = false)
    {
        End();
        Console.WriteLine(Screen.Text(text, isDim));
    }
}
