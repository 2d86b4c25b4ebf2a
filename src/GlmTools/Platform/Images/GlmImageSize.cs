using System.Globalization;
using System.Text.Json.Serialization;

namespace GlmTools;

/// <summary>The size of an image or a video in pixels.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
[JsonConverter(typeof(ImageSizeConverter))]
public readonly record struct GlmImageSize(int Width, int Height)
{
    /// <summary>As on the wire: <c>1024x768</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");

    /// <exception cref="ArgumentException">An edge is no multiple of the step or out of its range, or there are too many pixels.</exception>
    internal void Validate(string model, int step, int least, int most, int mostPixels)
    {
        if (Width % step != 0 || Height % step != 0 || Width < least || Height < least || Width > most || Height > most || Width * Height > mostPixels)
        {
            throw new ArgumentException($"size is {this}; for {model} both edges are multiples of {step} from {least} to {most}, and their product is at most {mostPixels}.");
        }
    }
}
