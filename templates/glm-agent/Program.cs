using GlmTools;
using WeatherAgent;

var question = args.Length > 0 ? string.Join(' ', args) : "今天北京天气如何?";
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    await using var service = await Service.StartAsync(stop.Token);
    var agent = new GlmAgent(service.Client, "glm-4-flash", new WeatherTools().Tools);

    await foreach (var e in agent.StreamAsync(question, cancellationToken: stop.Token))
    {
        switch (e)
        {
            case GlmToolCallStarted started:
                Console.WriteLine($"-> {started.Call.Name} {started.Call.Arguments}");
                break;
            case GlmToolCallFinished finished:
                Console.WriteLine($"<- {finished.Result.Text}");
                break;
            case GlmTextDelta delta:
                Console.Write(delta.Text);
                break;
            case GlmRunStopped stopped:
                Console.WriteLine($"\n({stopped.Run.StopReason}, {stopped.Run.Usage.TotalTokens} tokens)");
                break;
        }
    }

    return 0;
}
catch (Exception failure) when (failure is GlmException or ArgumentException)
{
    Console.Error.WriteLine($"error: {failure.Message.ReplaceLineEndings(" ")}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}
