using System.ComponentModel.DataAnnotations;

namespace BrowserTools;

/// <param name="Sku">Two letters and digits</param>
/// <param name="Quantity">How many</param>
public sealed record OrderLine([property: RegularExpression(@"[A-Z]{2}-\d+")] string Sku, [property: Range(1, 99)] int Quantity);
