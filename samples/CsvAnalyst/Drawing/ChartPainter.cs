using System.Globalization;

namespace CsvAnalyst.Drawing;

/// <summary>Paints values between axes.</summary>
internal sealed class ChartPainter
{
    private const int Width = 800;
    private const int Height = 480;
    private const int Left = 90;
    private const int Right = 20;
    private const int Top = 50;
    private const int Bottom = 50;
    private const int Ticks = 5;
    private const int TextScale = 2;
    private const int TitleScale = 3;
    private const int LetterWidth = (Font.Width + 1) * TextScale;

    private static readonly Colour White = new(255, 255, 255);
    private static readonly Colour Ink = new(40, 40, 40);
    private static readonly Colour Grid = new(225, 225, 225);
    private static readonly Colour Accent = new(46, 110, 180);

    private readonly Canvas _canvas = new(Width, Height, White);
    private readonly string _title;
    private readonly List<string> _labels;
    private readonly List<double> _values;
    private readonly double _low;
    private readonly double _step;
    private readonly int _steps;

    public ChartPainter(string title, List<string> labels, List<double> values)
    {
        (_title, _labels, _values) = (title, labels, values);

        // Zero is part of the picture: bars that do not begin there lie.
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        _step = RoundUp(high > low ? (high - low) / Ticks : 1);
        _low = Math.Floor(low / _step) * _step;
        _steps = Math.Max(1, (int)Math.Round((Math.Ceiling(high / _step) * _step - _low) / _step));
    }

    private double Slot => (double)(Width - Left - Right) / _values.Count;

    public Canvas Paint(bool isLine)
    {
        PaintAxes();
        if (isLine)
        {
            for (var i = 1; i < _values.Count; i++)
            {
                _canvas.Line(Middle(i - 1), Y(_values[i - 1]), Middle(i), Y(_values[i]), 3, Accent);
            }
        }

        for (var i = 0; i < _values.Count; i++)
        {
            var (top, zero) = ((int)Y(Math.Max(0, _values[i])), (int)Y(Math.Min(0, _values[i])));
            if (isLine)
            {
                _canvas.Fill((int)Middle(i) - 3, (int)Y(_values[i]) - 3, 7, 7, Accent);
            }
            else
            {
                _canvas.Fill((int)(Middle(i) - (Slot * 0.35)), top, (int)Math.Max(1, Slot * 0.7), Math.Max(1, zero - top), Accent);
            }
        }

        return _canvas;
    }

    // 1, 2, 5, 10, 20, 50 ... are the steps a reader expects.
    private static double RoundUp(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        var digit = step / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private void PaintAxes()
    {
        _canvas.Write(_title, Math.Max(4, (Width - (_title.Length * (Font.Width + 1) * TitleScale)) / 2), 18, TitleScale, Ink);
        for (var i = 0; i <= _steps; i++)
        {
            var value = _low + (i * _step);
            var y = (int)Y(value);
            var text = value.ToString("0.##", CultureInfo.InvariantCulture);
            _canvas.Fill(Left, y, Width - Left - Right, 1, Math.Abs(value) < _step / 1000 ? Ink : Grid);
            _canvas.Write(text, Left - 10 - (text.Length * LetterWidth), y - Font.Height, TextScale, Ink);
        }

        // Labels that would run into one another are left out.
        var every = Math.Max(1, (int)Math.Ceiling(((_labels.Max(static label => label.Length) + 1) * LetterWidth) / Slot));
        for (var i = 0; i < _labels.Count; i += every)
        {
            _canvas.Write(_labels[i], (int)Middle(i) - (_labels[i].Length * LetterWidth / 2), Height - Bottom + 14, TextScale, Ink);
        }
    }

    private double Middle(int i) => Left + (Slot * (i + 0.5));

    private double Y(double value) => Height - Bottom - ((value - _low) / (_step * _steps) * (Height - Top - Bottom));
}
