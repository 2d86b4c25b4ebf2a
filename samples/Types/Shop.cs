using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GlmTools;

namespace Types;

/// <summary>A tool for each kind of type.</summary>
internal sealed class Shop
{
    /// <summary>Flags are a list of names.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public bool OpenOn(Weekdays days) => (days & Weekdays.Sunday) == 0;

    /// <summary>Keys of a dictionary may be an enum, and values may have bounds.</summary>
    /// <param name="basket">How many of each</param>
    /// <param name="discount">A fraction</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public decimal Price(FrozenDictionary<Fruit, int> basket, [Range(0.0, 1.0, MaximumIsExclusive = true)] decimal discount = 0)
        => basket.Sum(static entry => entry.Value) * 2.5m * (1 - discount);

    /// <summary>Records nest, and a closed union is one of its cases.</summary>
    /// <param name="order">What to order</param>
    /// <param name="cancellationToken">Not for the model</param>
    [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true)]
    public Task<Receipt> PlaceOrderAsync(Order order, CancellationToken cancellationToken = default)
        => Task.FromResult(new Receipt(order.Lines.Sum(static line => line.Quantity), order.Payment, order.Deliver));

    /// <summary>A tuple is an object of its names.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public (double X, double Y) Move((int X, double Y) by) => (by.X, by.Y);

    /// <summary>A type may contain itself.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public int Tree(Node root) => 1 + root.Children.Sum(Tree);

    /// <summary>Anything at all, bytes, and numbers of any size.</summary>
    [GlmTool(Effect = GlmToolEffect.Idempotent)]
    public string Store([StringLength(8, MinimumLength = 1)] string key, JsonElement value, byte[] digest, Int128 total)
        => $"{key}: {value.ValueKind}, {digest.Length} bytes, {total}";

    /// <summary>A stream is collected.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public async IAsyncEnumerable<Fruit> Stock()
    {
        yield return Fruit.Apple;
        await Task.Yield();
        yield return Fruit.Pear;
    }

    /// <summary>What the host supplies is out of the model's sight.</summary>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public ImmutableArray<string> WhoAmI([FromContext] User user, [FromServices] TimeProvider clock, IProgress<string> progress)
    {
        progress.Report("looking");
        return [user.Name, clock.LocalTimeZone.Id];
    }
}
