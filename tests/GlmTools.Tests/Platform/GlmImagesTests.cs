using System.Buffers.Binary;
using System.IO.Compression;

namespace GlmTools.Tests.Platform;

public sealed class GlmImagesTests
{
    [Theory]
    [InlineData("cogview-4", null, null, 1024, 1024)]
    [InlineData("cogview-4", 512, 768, 512, 768)]
    [InlineData("glm-image", null, null, 1280, 1280)]
    public async Task An_image_is_a_PNG_of_its_size_behind_an_URL_that_needs_no_key(string model, int? width, int? height, int expectedWidth, int expectedHeight)
    {
        await using var bench = await PlatformBench.StartAsync();

        var result = await bench.Glm.Images.GenerateAsync(new() { Model = model, Prompt = "一只猫", Size = width is null ? null : new(width.Value, height!.Value) });
        var png = await bench.FetchAsync(result.Images[0].Url);

        Assert.Equal((expectedWidth, expectedHeight), Decode(png));
        Assert.Equal(new GlmContentFilter("assistant", 3), result.ContentFilter.Single());
        Assert.NotNull(result.Created);
    }

    [Fact]
    public async Task An_image_may_be_a_task()
    {
        await using var bench = await PlatformBench.StartAsync();

        var task = await bench.Glm.Images.SubmitAsync(new() { Model = "glm-image", Prompt = "a cat", Size = new(1024, 1056), Quality = "hd" });
        var result = await bench.Glm.Async.WaitAsync(task.Id);

        Assert.Equal((1024, 1056), Decode(await bench.FetchAsync(result.Images.Single().Url)));
        Assert.Empty(result.Videos);
        Assert.Null(result.Completion);
        Assert.Equal("1212", (await Assert.ThrowsAsync<GlmApiException>(() => bench.Glm.Images.SubmitAsync(new() { Model = "cogview-4", Prompt = "a cat" }))).Code);
    }

    [Theory]
    [InlineData("cogview-4", 500, 512, "size is 500x512; for cogview-4 both edges are multiples of 16 from 512 to 2048, and their product is at most 2097152.")]
    [InlineData("cogview-4", 2048, 2048, "2097152")]
    [InlineData("glm-image", 1040, 1024, "multiples of 32 from 1024 to 2048")]
    [InlineData("glm-image", 992, 1024, "from 1024 to 2048")]
    public async Task A_size_that_a_model_does_not_make_is_refused_before_sending(string model, int width, int height, string message)
    {
        var service = new FakeService([null]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Images.GenerateAsync(new() { Model = model, Prompt = "a", Size = new(width, height) }));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.Requests);
    }

    [Fact]
    public async Task A_quality_that_a_model_has_not_is_refused_before_sending()
    {
        var service = new FakeService([null]);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Images.GenerateAsync(new() { Model = "glm-image", Prompt = "a", Quality = "standard" }));

        Assert.Equal("quality is 'standard'; one of hd is allowed.", refusal.Message);
        await Assert.ThrowsAsync<ArgumentException>(() => service.Connect().Images.GenerateAsync(new() { Model = "cogview-4", Prompt = "" }));
    }

    /// <summary>Reads the picture as a viewer would: signature, checksums, and as many pixels as the header says.</summary>
    private static (int Width, int Height) Decode(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var (width, height, pixels, names) = (0, 0, new MemoryStream(), new List<string>());
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var typed = png.AsSpan(at + 4, 4 + length);
            var data = typed[4..];
            Assert.Equal(Crc32(typed), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            names.Add(System.Text.Encoding.ASCII.GetString(typed[..4]));
            switch (names[^1])
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                    break;
                case "IDAT":
                    pixels.Write(data);
                    break;
            }

            at += 12 + length;
        }

        Assert.Equal(["IHDR", "IDAT", "IEND"], names);
        pixels.Position = 0;
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionMode.Decompress))
        {
            zlib.CopyTo(raw);
        }

        Assert.Equal(height * (1 + (3 * width)), raw.Length);
        return (width, height);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320u & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
