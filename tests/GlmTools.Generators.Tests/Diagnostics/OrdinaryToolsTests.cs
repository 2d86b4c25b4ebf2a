using GlmTools.Generators.Tests.Compiling;

namespace GlmTools.Generators.Tests.Diagnostics;

/// <summary>An ordinary class with tools, written with ordinary care, is told nothing at all.</summary>
public class OrdinaryToolsTests
{
    [Fact]
    public async Task Nothing_is_said_about_ordinary_tools()
        => (await Analyzed.From(hints: true, sources: Sources.Of("""
            using System.ComponentModel.DataAnnotations;
            using System.Net.Http;
            namespace Shop;

            public enum Sorting { Price, Name }

            /// <param name="Street">With the number of the house.</param>
            /// <param name="City">In Chinese or English.</param>
            public record Address(string Street, string City);

            /// <param name="Product">The number of the product.</param>
            /// <param name="Count">How many.</param>
            public record Line(int Product, [Range(1, 99)] int Count = 1);

            public sealed class ShopTools(HttpClient http)
            {
                /// <summary>Finds products by words of their names.</summary>
                /// <param name="words">One or more words.</param>
                /// <param name="sorting">What to sort by.</param>
                /// <param name="count">How many to show.</param>
                /// <param name="pageToken">Where the last page ended.</param>
                /// <param name="cancellationToken">Not sent to the model.</param>
                [GlmTool(Effect = GlmToolEffect.ReadOnly, TimeoutSeconds = 10)]
                public async Task<IReadOnlyList<string>> FindProductsAsync(
                    [MinLength(1)] string[] words, Sorting sorting = Sorting.Price, [Range(1, 100)] int count = 10, string? pageToken = null, CancellationToken cancellationToken = default)
                    => [await http.GetStringAsync("", cancellationToken)];

                /// <summary>Orders products.</summary>
                /// <param name="lines">What to order.</param>
                /// <param name="address">Where to send it.</param>
                [GlmTool(Effect = GlmToolEffect.Destructive, RequiresApproval = true)]
                public int PlaceOrder(List<Line> lines, Address address) => lines.Count;

                /// <summary>Tells how far an order is.</summary>
                /// <param name="order">The number of the order.</param>
                [GlmTool]
                public string GetOrderStatus([RegularExpression("[A-Z]{2}[0-9]+")] string order) => order;

                /// <summary>Not a tool.</summary>
                public void DeleteUser(string password) => _ = password;
            }
            """))).AssertClean();
}
