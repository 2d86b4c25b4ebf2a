using System.Globalization;

namespace GlmTools.Tests.Binding;

/// <summary>Tools that do nothing but note what they were called with.</summary>
public sealed class TravelTools
{
    /// <summary>The arguments of each call that was made.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Books seats on a train.</summary>
    /// <param name="from">Where it leaves.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="seats">How many seats.</param>
    /// <param name="window">Whether at a window.</param>
    /// <param name="fare">The fare.</param>
    /// <param name="note">A note for the conductor.</param>
    [GlmTool]
    public string BookTrain(string from, string to, int seats = 1, bool window = false, Fare fare = Fare.Standard, string? note = null)
        => Note(string.Create(CultureInfo.InvariantCulture, $"{from}|{to}|{seats}|{window}|{fare}|{note ?? "-"}"));

    /// <summary>Plans a trip.</summary>
    /// <param name="traveller">Who travels.</param>
    /// <param name="stops">Where the trip stops.</param>
    /// <param name="limits">What may be spent on each thing.</param>
    [GlmTool]
    public string PlanTrip(Traveller traveller, IReadOnlyList<Stop> stops, Dictionary<string, int>? limits = null)
        => Note($"{traveller.Name}|{string.Join(",", stops.Select(static stop => $"{stop.City}:{string.Join("+", stop.Nights)}"))}|{string.Join(",", (limits ?? []).Select(static limit => $"{limit.Key}={limit.Value}"))}");

    /// <summary>Cancels a booking for good.</summary>
    /// <param name="booking">The number of the booking.</param>
    /// <param name="reasons">Why.</param>
    [GlmTool(Effect = GlmToolEffect.Destructive)]
    public string CancelBooking(int booking, string[]? reasons = null) => Note($"{booking}|{string.Join(",", reasons ?? [])}");

    /// <summary>Tells the time.</summary>
    [GlmTool]
    public string GetTime() => Note("now");

    /// <summary>Calls a tool with arguments as a model sends them.</summary>
    public ValueTask<GlmToolResult> CallAsync(string tool, string arguments)
        => this.Tools.Find(tool)!.InvokeAsync(System.Text.Encoding.UTF8.GetBytes(arguments));

    private string Note(string call)
    {
        Calls.Add(call);
        return call;
    }
}

/// <summary>What a ticket costs.</summary>
public enum Fare
{
    /// <summary>The usual.</summary>
    Standard,

    /// <summary>With a discount.</summary>
    Saver,
}

/// <summary>Who travels.</summary>
/// <param name="Name">The name.</param>
/// <param name="Age">The age in years.</param>
public sealed record Traveller(string Name, int Age = 30);

/// <summary>A stop on the way.</summary>
/// <param name="City">The city.</param>
/// <param name="Nights">The nights, by day of the month.</param>
public sealed record Stop(string City, int[] Nights);
