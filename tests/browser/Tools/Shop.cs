using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GlmTools;

namespace BrowserTools;

/// <summary>Tools with a field for every type, and one that has to be asked for.</summary>
public sealed class Shop
{
    /// <summary>查询某个城市的天气. Waits a little, so that calls of one turn can be seen to overlap.</summary>
    /// <param name="city">城市, 如: 北京</param>
    /// <param name="unit">温度单位</param>
    /// <param name="cancellationToken">Not for the model</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public async Task<string> LookUpWeatherAsync(string city, Unit unit = Unit.Celsius, CancellationToken cancellationToken = default)
    {
        await Task.Delay(city == "上海" ? 450 : 300, cancellationToken);
        return $"{city}: 21.5 {unit}, 晴";
    }

    /// <summary>Places an order. It is paid at once.</summary>
    /// <param name="order">What to order</param>
    [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true, TimeoutSeconds = 20)]
    public string PlaceOrder(Order order) => $"ordered {order.Lines.Sum(static line => line.Quantity)} pieces";

    /// <summary>Takes one value of each kind and repeats it.</summary>
    /// <param name="text">Any text</param>
    /// <param name="level">A whole number</param>
    /// <param name="share">A fraction</param>
    /// <param name="isUrgent">Whether it is urgent</param>
    /// <param name="day">A day</param>
    /// <param name="at">A moment</param>
    /// <param name="lasts">A duration</param>
    /// <param name="id">An id</param>
    /// <param name="huge">A number no JavaScript can hold</param>
    /// <param name="tags">Some tags</param>
    /// <param name="stock">How many of each</param>
    /// <param name="anything">Anything at all</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public string Echo(
        [StringLength(12, MinimumLength = 1)] string text,
        [Range(1, 9)] int level,
        double share = 0.5,
        bool? isUrgent = null,
        DateOnly? day = null,
        DateTimeOffset? at = null,
        TimeSpan? lasts = null,
        Guid? id = null,
        Int128? huge = null,
        IReadOnlyList<string>? tags = null,
        IReadOnlyDictionary<Unit, int>? stock = null,
        JsonElement? anything = null)
        => string.Join("; ", text, level, share, isUrgent, day, at, lasts, id, huge, string.Join(',', tags ?? []), string.Join(',', stock ?? new Dictionary<Unit, int>()), anything);

    /// <summary>Counts a tree.</summary>
    /// <param name="root">The root</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public int CountNodes(Node root) => 1 + root.Children.Sum(CountNodes);

    /// <summary>&lt;img src=x onerror="document.title='xss'"&gt;&lt;script&gt;document.title='xss'&lt;/script&gt; A description that is markup.</summary>
    /// <param name="html">&lt;b onmouseover="document.title='xss'"&gt;markup&lt;/b&gt;</param>
    [GlmTool(Effect = GlmToolEffect.ReadOnly)]
    public string Markup(string html) => $"<img src=x onerror=\"document.title='xss'\"></script><script>document.title='xss'</script><!--{html}\u2028";
}
