namespace GlmTools;

/// <summary>The body of a request: all of it but the model, which stands in the path (protocol sheet 10).</summary>
internal sealed record V3RequestBody(
    IReadOnlyList<GlmV3Message> Prompt,
    double? Temperature,
    double? TopP,
    string? RequestId,
    bool? Incremental,
    GlmV3ReturnType? ReturnType,
    GlmV3Reference? Ref)
{
    public static V3RequestBody Of(GlmV3Request request, bool? incremental)
        => new(request.Prompt, request.Temperature, request.TopP, request.RequestId, incremental, request.ReturnType, request.Reference);
}
