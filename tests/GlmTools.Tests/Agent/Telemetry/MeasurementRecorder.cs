using System.Diagnostics.Metrics;
using System.Globalization;

namespace GlmTools.Tests.Agent.Telemetry;

/// <summary>Keeps what histograms measure, a line each: the instrument, the value, and its tags in the order of their names.</summary>
internal sealed class MeasurementRecorder : IDisposable
{
    private readonly MeterListener _listener = new();

    public MeasurementRecorder()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GlmTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public List<string> Lines { get; } = [];

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, IFormattable value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var sorted = tags.ToArray().OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}");
        Lines.Add($"{instrument.Name} {value.ToString(null, CultureInfo.InvariantCulture)} {instrument.Unit} {string.Join(' ', sorted)}");
    }
}
