using Microsoft.AspNetCore.Routing;

namespace GlmTools.Cli.Page.Serving;

/// <summary>A part of what the page can ask for.</summary>
internal interface IPageApi
{
    /// <summary>Adds its routes, behind the token.</summary>
    public void Map(IEndpointRouteBuilder routes);
}
