using GlmTools.Emulator.Faults;
using static GlmTools.Emulator.Faults.Garbled;

namespace GlmTools.Emulator;

// The faults of a stream: its chunks, its frames and its bytes.
public abstract partial class FaultProfile
{
    /// <summary>Quirk 23: everything, the finish reason and the usage included, comes in one chunk. glm-4-flash does so on the service.</summary>
    public static FaultProfile SingleChunk { get; } = new PayloadFault([23], "a stream is one chunk", IsStreamed, StreamChunks.Single, fragments: false);

    /// <summary>Quirk 24: the finish reason comes in an empty chunk behind the calls. Self-hosted engines do so.</summary>
    public static FaultProfile FinishReasonInExtraChunk { get; } = new PayloadFault([24], "finish_reason comes in a chunk of its own", IsStreamed, StreamChunks.WithSeparateFinishReason);

    /// <summary>The usage comes in a further chunk whose <c>choices</c> are empty, as from some deployments (protocol sheet 5.2).</summary>
    public static FaultProfile UsageInExtraChunk { get; } = new PayloadFault([], "usage comes in a chunk without choices", IsStreamed, StreamChunks.WithSeparateUsage);

    /// <summary>The lines of a stream end with CR LF, as from some front ends (protocol sheet 5.1).</summary>
    public static FaultProfile CrLf { get; } = new FrameFault([], "lines of a stream end with CR LF", Frames.Each(static frame => frame.Replace("\n", "\r\n", StringComparison.Ordinal)));

    /// <summary>Comment lines and frames without data stand between the others (protocol sheet 5.1).</summary>
    public static FaultProfile Comments { get; } = new FrameFault([], "comment lines and empty frames stand in a stream", Frames.Each(static frame => $": keep-alive\n\ndata:\n\n{frame}"));

    /// <summary>There is no blank behind <c>data:</c> (protocol sheet 5.1).</summary>
    public static FaultProfile NoBlankAfterData { get; } = new FrameFault([], "there is no blank behind data:",
        Frames.Each(static frame => frame.Replace("data: ", "data:", StringComparison.Ordinal)));

    /// <summary>Each character that takes several bytes is split over two writes (protocol sheet 5.1).</summary>
    public static FaultProfile SplitUtf8 { get; } = new FrameFault([], "characters of several bytes are split over two writes", Frames.SplitInCharacters);

    /// <summary>The stream lacks its end marker <c>[DONE]</c>; nothing else is missing (fixture checklist 12).</summary>
    public static FaultProfile NoDone { get; } = new FrameFault([], "a stream lacks [DONE]", static frames => frames.SkipLast(1));

    /// <summary>The stream ends in good order, but without the last chunk, finish reason and <c>[DONE]</c> (protocol sheet 5.4).</summary>
    public static FaultProfile Interrupted { get; } = new FrameFault([], "a stream ends before the answer does", static frames => frames.SkipLast(2));

    /// <summary>The connection breaks behind the first frame of a stream, or at the end of a whole answer.</summary>
    public static FaultProfile BrokenConnection { get; } = new ReplyFault([], "the connection breaks in the answer", static (_, completion) => completion with { AbortAfter = 1 });

    /// <summary>A frame in the middle of a stream is cut off, and the next ones follow in good order (protocol sheet 5.4).</summary>
    public static FaultProfile LostFrame { get; } = new FrameFault([], "a frame of a stream is cut off", Frames.InTheMiddle(static frame => Frames.Cut(frame) + "\n\n"));

    /// <summary>A frame in the middle of a stream holds quotes that are not escaped: the model wrote the text of a frame (protocol sheet 5.4).</summary>
    public static FaultProfile UnescapedQuotes { get; } = new FrameFault([], "a frame of a stream holds quotes that are not escaped",
        Frames.InTheMiddle(static frame => $"data: {{\"id\":\"1\",\"choices\":[{{\"index\":0,\"delta\":{{\"content\":\"data: {{\"id\":\"2\"}}\"}}}}]}}\n\n{frame}"));

    /// <summary>
    /// A frame is cut off in the middle, and on the same line the whole answer begins anew under another id, made some 90 seconds later. glm-4.7 and glm-5.1 did
    /// so on the international service in 2026 (protocol sheet 5.4).
    /// </summary>
    public static FaultProfile SplicedStream { get; } = new FrameFault([], "a frame is cut off, and on its line the answer begins anew", Frames.Splice);

    /// <summary>An error takes the place of the second half of a stream: <c>data: {"error":{"code":"1302",...}}</c> (protocol sheet 5.4).</summary>
    public static FaultProfile InBandError { get; } = new FrameFault([], "an error takes the place of the second half of a stream",
        static frames => Frames.FirstHalf(frames).Append(Frames.Of($"data: {ErrorBody("1302", "The rate limit of the account is reached.")}\n\n")));

    /// <summary>As <see cref="InBandError"/>, in a frame that is an <c>event: error</c> (protocol sheet 5.4).</summary>
    public static FaultProfile ErrorEvent { get; } = new FrameFault([], "an event named error takes the place of the second half of a stream",
        static frames => Frames.FirstHalf(frames).Append(Frames.Of($"event: error\ndata: {ErrorBody("1234", "Network error.")}\n\n")));

    /// <summary>The answer to a stream request is HTTP 200 and an error in plain JSON, without <c>data:</c> (protocol sheet 5.1).</summary>
    public static FaultProfile RawJsonError { get; } = new ReplyFault([], "a stream request is answered with an error in plain JSON and HTTP 200",
        static (request, _) => request.Stream ? EmulatedReply.RawStream(ErrorBody("1302", "The rate limit of the account is reached.")) : null);

    private static FaultProfile[] StreamFaults =>
    [
        SingleChunk, FinishReasonInExtraChunk, UsageInExtraChunk, CrLf, Comments, NoBlankAfterData, SplitUtf8, NoDone, Interrupted, BrokenConnection, LostFrame,
        UnescapedQuotes, SplicedStream, InBandError, ErrorEvent, RawJsonError,
    ];
}
