namespace GlmTools.Tests.Agent.Execution;

public sealed class TimeLimitsTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly List<RunningCall> _expired = [];
    private readonly TimeLimits _limits;

    public TimeLimitsTests() => _limits = new(_time, _expired.Add);

    [Fact]
    public void A_call_expires_when_its_time_is_up_and_not_before()
    {
        var call = Watch(seconds: 10);

        Pass(9.9);
        Assert.Empty(_expired);
        Pass(0.1);
        Assert.Equal([call], _expired);
        Pass(100);
        Assert.Single(_expired);
    }

    [Fact]
    public void A_call_with_less_time_may_come_later()
    {
        var patient = Watch(seconds: 10);
        Pass(2);
        var impatient = Watch(seconds: 3);

        Pass(3);
        Assert.Equal([impatient], _expired);
        Pass(5);
        Assert.Equal([impatient, patient], _expired);
    }

    [Fact]
    public void A_call_that_has_ended_expires_no_more_and_the_clock_goes_on_for_the_next_one()
    {
        var first = Watch(seconds: 10);
        Pass(5);
        _limits.Forget(first);
        var second = Watch(seconds: 10);

        Pass(9);
        Assert.Empty(_expired);
        Pass(1);
        Assert.Equal([second], _expired);
    }

    [Fact]
    public void A_call_may_take_for_ever()
    {
        Watch(seconds: null);

        Pass(1e9);

        Assert.Empty(_expired);
    }

    [Fact]
    public void A_call_may_take_longer_than_a_clock_counts()
    {
        Watch(TimeSpan.MaxValue);
        var call = Watch(TimeSpan.FromDays(60));

        _time.Advance(TimeSpan.FromDays(59));
        Assert.Empty(_expired);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal([call], _expired);
    }

    [Fact]
    public void After_the_run_nothing_expires()
    {
        Watch(seconds: 10);
        _limits.Dispose();

        Pass(10);

        Assert.Empty(_expired);
    }

    private RunningCall Watch(double? seconds) => Watch(seconds is { } limit ? TimeSpan.FromSeconds(limit) : Timeout.InfiniteTimeSpan);

    private RunningCall Watch(TimeSpan limit)
    {
        var call = new RunningCall(new RecordedCall(new("1", "fax", "{}"), tool: null), tool: null, turn: null!) { Limit = limit };
        _limits.Watch(call);
        return call;
    }

    private void Pass(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
