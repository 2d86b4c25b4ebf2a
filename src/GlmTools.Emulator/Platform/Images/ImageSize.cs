using System.Globalization;
using System.Text.Json;
using GlmTools.Emulator.Json;

namespace GlmTools.Emulator.Platform;

/// <summary>What sizes a model makes (protocol sheet 8.2).</summary>
/// <param name="Usual">The edge where the request says nothing; such images are square.</param>
/// <param name="Step">What both edges are multiples of.</param>
/// <param name="Least">The shortest edge.</param>
/// <param name="Most">The longest edge.</param>
/// <param name="MostPixels">The largest area.</param>
internal sealed record ImageSize(int Usual, int Step, int Least, int Most, int MostPixels)
{
    public static ImageSize For(string? model)
        => model == "glm-image" ? new(1280, 32, 1024, 2048, 1 << 22) : new(1024, 16, 512, 2048, 1 << 21);

    /// <summary>The size a request asks for, or <see langword="null"/> for one that is not made.</summary>
    public (int Width, int Height)? Read(JsonElement body)
    {
        if (body.Find("size") is not { } size)
        {
            return (Usual, Usual);
        }

        return size.AsText()?.Split('x') is [var wide, var high] && Edge(wide) is { } width && Edge(high) is { } height && width * height <= MostPixels ? (width, height) : null;
    }

    public override string ToString() => $"WIDTHxHEIGHT, both multiples of {Step} from {Least} to {Most}, with {MostPixels} pixels at most";

    private int? Edge(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var edge) && edge >= Least && edge <= Most && edge % Step == 0 ? edge : null;
}
