using System.Text;
using System.Text.RegularExpressions;

namespace GlmTools.Emulator.Tests.Faults;

/// <summary>What becomes of a stream on the wire, byte by byte.</summary>
public sealed partial class StreamFaultTests
{
    private const string Head = "data: {\"id\":\"ID\",\"created\":1795356916,\"object\":\"chat.completion.chunk\",\"model\":\"glm-4.6\",\"choices\":[";
    private const string Usage = ",\"usage\":{\"prompt_tokens\":8,\"completion_tokens\":2,\"total_tokens\":10,\"prompt_tokens_details\":{\"cached_tokens\":0}}";
    private const string First = Head + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"abcd\"}}]}\n\n";
    private const string Second = Head + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"ef\"}}]}\n\n";
    private const string Last = Head + "{\"index\":0,\"finish_reason\":\"stop\",\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]" + Usage + "}\n\n";
    private const string Done = "data: [DONE]\n\n";

    [Fact]
    public Task Everything_comes_in_one_chunk() => AssertAsync(
        FaultProfile.SingleChunk,
        Head + "{\"index\":0,\"finish_reason\":\"stop\",\"delta\":{\"role\":\"assistant\",\"content\":\"abcdef\",\"reasoning_content\":null,\"tool_calls\":[]}}]" + Usage + "}\n\n" + Done);

    [Fact]
    public async Task Calls_and_text_come_in_one_chunk()
    {
        var answer = await FaultProfile.SingleChunk.AnswerAsync(
            EmulatedReply.Calls(new("now", "{}"), new("book", "{\"to\":\"Bern\"}")) with { Text = "longer text", Reasoning = "longer reasoning" }, stream: true, toolStream: true);

        Assert.Single(answer.Payloads());
        Assert.Equal(("longer reasoning", "longer text", "tool_calls", 2), (answer.Text("reasoning_content"), answer.Text("content"), answer.FinishReason(), answer.Calls().Count()));
    }

    [Fact]
    public Task The_finish_reason_comes_in_a_chunk_of_its_own() => AssertAsync(
        FaultProfile.FinishReasonInExtraChunk,
        First + Second + Head + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n" + Head + "{\"index\":0,\"finish_reason\":\"stop\",\"delta\":{}}]" + Usage + "}\n\n" + Done);

    [Fact]
    public Task The_usage_comes_in_a_chunk_without_choices() => AssertAsync(
        FaultProfile.UsageInExtraChunk, First + Second + Last.Without(Usage) + Head + "]" + Usage + "}\n\n" + Done);

    [Fact]
    public Task Lines_end_with_CR_LF() => AssertAsync(FaultProfile.CrLf, (First + Second + Last + Done).Replace("\n", "\r\n"));

    [Fact]
    public Task Comments_and_empty_frames_stand_between()
    {
        const string Between = ": keep-alive\n\ndata:\n\n";
        return AssertAsync(FaultProfile.Comments, Between + First + Between + Second + Between + Last + Between + Done);
    }

    [Fact]
    public Task There_is_no_blank_behind_data() => AssertAsync(FaultProfile.NoBlankAfterData, (First + Second + Last + Done).Replace("data: ", "data:"));

    [Fact]
    public Task The_end_marker_is_missing() => AssertAsync(FaultProfile.NoDone, First + Second + Last);

    [Fact]
    public Task The_end_is_missing() => AssertAsync(FaultProfile.Interrupted, First + Second);

    [Fact]
    public async Task A_frame_in_the_middle_is_cut_off()
    {
        var body = await BodyAsync(FaultProfile.LostFrame);

        Assert.StartsWith(First + Head[..40], body, StringComparison.Ordinal);
        Assert.EndsWith("\n\n" + Last + Done, body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"ef\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_frame_holds_quotes_that_are_not_escaped() => AssertAsync(
        FaultProfile.UnescapedQuotes,
        First + "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"data: {\"id\":\"2\"}\"}}]}\n\n" + Second + Last + Done);

    [Fact]
    public async Task The_answer_begins_anew_in_the_middle_of_a_line()
    {
        var body = await BodyAsync(FaultProfile.SplicedStream);

        var anew = (First + Second + Last).Replace("\"ID\"", "\"ID-anew\"").Replace("1795356916", "1795357006") + Done;
        Assert.StartsWith(First, body, StringComparison.Ordinal);
        Assert.EndsWith(anew, body, StringComparison.Ordinal);
        var cut = body[First.Length..^anew.Length];
        Assert.StartsWith("data: {", cut, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', cut);
    }

    [Fact]
    public Task An_error_takes_the_place_of_the_second_half() => AssertAsync(
        FaultProfile.InBandError, First + "data: {\"error\":{\"code\":\"1302\",\"message\":\"The rate limit of the account is reached.\"}}\n\n");

    [Fact]
    public Task An_error_event_takes_the_place_of_the_second_half() => AssertAsync(
        FaultProfile.ErrorEvent, First + "event: error\ndata: {\"error\":{\"code\":\"1234\",\"message\":\"Network error.\"}}\n\n");

    [Fact]
    public Task A_stream_may_be_an_error_in_plain_JSON() => AssertAsync(
        FaultProfile.RawJsonError, "{\"error\":{\"code\":\"1302\",\"message\":\"The rate limit of the account is reached.\"}}");

    [Fact]
    public async Task Characters_are_split_over_two_writes()
    {
        var clock = new ManualTime();
        await using var emulator = await GlmEmulator.StartAsync(new()
        {
            Model = EmulatedModel.InOrder(EmulatedReply.Say("京")).WithFault(FaultProfile.SplitUtf8), TimeProvider = clock, ChunkDelay = TimeSpan.FromMilliseconds(1),
        });
        using var response = await emulator.OpenAsync(Wire.Ask("hi", ",\"stream\":true"));

        // The second write waits for the clock, so this is the first one.
        await clock.TimerStartedAsync();
        var stream = await response.Content.ReadAsStreamAsync();
        var first = new byte[4096];
        var length = await stream.ReadAsync(first, Patience.Token);
        Assert.Equal(0xE4, first[length - 1]);

        clock.Fire();
        await clock.TimerStartedAsync();
        length = await stream.ReadAsync(first, Patience.Token);
        Assert.Equal(Encoding.UTF8.GetBytes("京")[1..], first[..2]);
        Assert.Equal((byte)'"', first[2]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_connection_breaks_in_the_answer(bool stream)
    {
        await using var emulator = await Wire.StartAsync(EmulatedModel.InOrder(EmulatedReply.Say("abcdef")).WithFault(FaultProfile.BrokenConnection));

        await Assert.ThrowsAsync<HttpRequestException>(() => emulator.PostAsync(Wire.Ask("hi", stream ? ",\"stream\":true" : "")));

        Assert.Equal(!stream, emulator.Exchanges[0].ResponseBody.Contains("abcdef", StringComparison.Ordinal));
        Assert.Equal(200, emulator.Exchanges[0].Status);
    }

    [Fact]
    public async Task A_whole_answer_is_left_alone()
    {
        foreach (var fault in FaultProfile.All.Where(static fault => fault.Summary.Contains("stream", StringComparison.Ordinal)))
        {
            Assert.Contains("\"content\":\"abcdef\"", await BodyAsync(fault, stream: false), StringComparison.Ordinal);
        }
    }

    private static async Task AssertAsync(FaultProfile fault, string expected) => Assert.Equal(expected, await BodyAsync(fault));

    /// <summary>The body with the id, which differs each time, as ID.</summary>
    private static async Task<string> BodyAsync(FaultProfile fault, bool stream = true)
    {
        await using var emulator = await GlmEmulator.StartAsync(new() { Model = EmulatedModel.InOrder(EmulatedReply.Say("abcdef")).WithFault(fault), TimeProvider = new ManualTime() });
        return Id().Replace((await emulator.PostAsync(Wire.Ask("hi", stream ? ",\"stream\":true" : ""))).Body, "ID");
    }

    [GeneratedRegex("(?<=\"id\":\")[0-9a-f]{20,}")]
    private static partial Regex Id();
}
