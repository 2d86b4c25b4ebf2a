namespace GlmTools;

/// <summary>What every answer stands in; an HTTP status of 200 alone says nothing (protocol sheet 10).</summary>
internal sealed record V3Envelope(int Code, bool Success, GlmV3Result? Data);
