namespace CsvAnalyst.Drawing;

/// <summary>Pixels, from the top left corner.</summary>
internal sealed class Canvas
{
    public Canvas(int width, int height, Colour background)
    {
        (Width, Height) = (width, height);
        Pixels = new Colour[width * height];
        Array.Fill(Pixels, background);
    }

    public int Width { get; }

    public int Height { get; }

    public Colour[] Pixels { get; }

    public void Dot(int x, int y, Colour colour)
    {
        if ((uint)x < (uint)Width && (uint)y < (uint)Height)
        {
            Pixels[(y * Width) + x] = colour;
        }
    }

    public void Fill(int x, int y, int width, int height, Colour colour)
    {
        for (var row = y; row < y + height; row++)
        {
            for (var column = x; column < x + width; column++)
            {
                Dot(column, row, colour);
            }
        }
    }

    public void Line(double x1, double y1, double x2, double y2, int thickness, Colour colour)
    {
        var steps = (int)Math.Max(1, Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)));
        for (var i = 0; i <= steps; i++)
        {
            var (x, y) = ((int)Math.Round(x1 + ((x2 - x1) * i / steps)), (int)Math.Round(y1 + ((y2 - y1) * i / steps)));
            Fill(x - (thickness / 2), y - (thickness / 2), thickness, thickness, colour);
        }
    }

    /// <summary>Writes text; its top left corner is at the place.</summary>
    public void Write(string text, int x, int y, int scale, Colour colour)
    {
        foreach (var c in text)
        {
            var glyph = Font.Glyph(c);
            for (var i = 0; i < glyph.Length; i++)
            {
                if (glyph[i] == '#')
                {
                    Fill(x + (i % Font.Width * scale), y + (i / Font.Width * scale), scale, scale, colour);
                }
            }

            x += (Font.Width + 1) * scale;
        }
    }
}
