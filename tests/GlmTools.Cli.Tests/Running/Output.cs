using System.Text;

namespace GlmTools.Cli.Tests.Running;

/// <summary>An output that can be read while a command writes it.</summary>
internal sealed class Output : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly List<(Func<string, bool> Holds, TaskCompletionSource<string> Reached)> _waiting = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        lock (_lock)
        {
            _text.Append(value);
            foreach (var (_, reached) in _waiting.Where(wait => wait.Holds(_text.ToString())))
            {
                reached.TrySetResult(_text.ToString());
            }
        }
    }

    /// <summary>Waits until the text is as asked for.</summary>
    public Task<string> UntilAsync(Func<string, bool> holds)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((holds, reached));
            Write("");
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            return _text.ToString();
        }
    }
}
