using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Calling;

/// <summary>The tools that the tests of bad arguments share: an order with lines, and each kind of scalar.</summary>
internal static class OrderTools
{
    private static readonly Lazy<Tools> Compiled = new(() => Generated.From("""
        namespace Demo;
        public enum Colour { Red, Green, [JsonStringEnumMemberName("dark blue")] DarkBlue }
        public record Line(string Article, int Count, Colour Colour = Colour.Red, string? Note = null);
        public record Order(string Customer, Line[] Lines, Dictionary<string, decimal> Discounts);
        public static class OrderTools
        {
            [GlmTool] public static string Place(Order order, GlmToolContext context, bool express = false)
            {
                (context.State as List<string>)?.Add(order.Customer);
                return $"{order.Customer}:{order.Lines.Length}:{express}";
            }
            [GlmTool(Effect = GlmToolEffect.Destructive)] public static string Cancel(int number, bool refund = true) => $"cancelled {number}, {refund}";
            [GlmTool] public static string Numbers(sbyte tiny = 0, byte small = 0, int normal = 0, uint natural = 0, long big = 0, ulong huge = 0, float single = 0, double real = 0, decimal exact = 0)
                => FormattableString.Invariant($"{tiny},{small},{normal},{natural},{big},{huge},{single},{real},{exact}");
            [GlmTool] public static string Texts(string text = "", char letter = 'x', Colour colour = Colour.Red, bool flag = false) => $"{text},{letter},{colour},{flag}";
            [GlmTool] public static string Times(DateTime? moment = null, DateTimeOffset? instant = null, DateOnly? day = null, TimeOnly? time = null, TimeSpan? span = null)
                => FormattableString.Invariant($"{moment:O},{instant:O},{day:O},{time:O},{span}");
            [GlmTool] public static string Ids(Guid? id = null, Uri? link = null) => $"{id},{link}";
            [GlmTool] public static string Move(int x, int y = 0) => $"{x},{y}";
            [GlmTool] public static string Nothing() => "nothing";
            [GlmTool] public static string Search(string query, int? limit = null, string orderBy = "date") => $"{query},{limit},{orderBy}";
        }
        """).Tools("Demo.OrderTools"));

    public static Tools Tools => Compiled.Value;
}
