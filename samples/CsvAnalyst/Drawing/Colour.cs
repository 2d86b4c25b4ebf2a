namespace CsvAnalyst.Drawing;

internal readonly record struct Colour(byte Red, byte Green, byte Blue);
