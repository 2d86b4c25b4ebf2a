using System.Buffers;
using System.IO.Pipelines;

namespace GlmTools.Benchmarks.Streams;

/// <summary>The limit: lines from a pipe, each parsed in place.</summary>
internal static class HandStream
{
    /// <summary>Reads an answer to its end.</summary>
    /// <returns>How long it is.</returns>
    public static async Task<int> ReadAsync(Stream stream, HandAnswer answer)
    {
        answer.Reset();
        var pipe = PipeReader.Create(stream, new(bufferSize: 16384, leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync();
            pipe.AdvanceTo(AddLines(read.Buffer, answer), read.Buffer.End);
            if (read.IsCompleted || answer.IsDone)
            {
                break;
            }
        }

        await pipe.CompleteAsync();
        return answer.IsDone ? answer.Length : throw new InvalidDataException("The stream has no end.");
    }

    private static SequencePosition AddLines(in ReadOnlySequence<byte> buffer, HandAnswer answer)
    {
        if (buffer.IsSingleSegment)
        {
            var bytes = buffer.FirstSpan;
            var position = 0;
            while (bytes[position..].IndexOf((byte)'\n') is >= 0 and var length)
            {
                answer.Add(bytes.Slice(position, length));
                position += length + 1;
            }

            return buffer.GetPosition(position);
        }

        var reader = new SequenceReader<byte>(buffer);
        while (reader.TryReadTo(out ReadOnlySpan<byte> line, (byte)'\n'))
        {
            answer.Add(line);
        }

        return reader.Position;
    }
}
