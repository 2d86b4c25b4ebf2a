using System.Buffers.Binary;
using GlmTools.Emulator;

namespace Vision;

/// <summary>What the emulator says without a key: all that can be told of an image without looking at it.</summary>
internal sealed class BlindModel : IEmulatedModel
{
    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    public EmulatedReply Reply(EmulatedRequest request)
        => EmulatedReply.Say(request.Messages[^1].Parts.FirstOrDefault(static part => part.Type == "image_url")?.Url is { } image ? Describe(image) : "You showed me nothing.");

    private static string Describe(string image)
        => image.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? $"The picture at {image}; I do not fetch it." : Describe(Convert.FromBase64String(image));

    private static string Describe(ReadOnlySpan<byte> image)
        => image.StartsWith(Png)
            ? $"A PNG of {BinaryPrimitives.ReadInt32BigEndian(image[16..])} x {BinaryPrimitives.ReadInt32BigEndian(image[20..])} pixels."
            : $"A JPEG of {image.Length} bytes.";
}
