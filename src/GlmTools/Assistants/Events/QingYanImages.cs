namespace GlmTools;

/// <summary>The assistant drew.</summary>
/// <param name="Urls">Where the images are.</param>
public sealed record QingYanImages(IReadOnlyList<string> Urls) : QingYanContent;
