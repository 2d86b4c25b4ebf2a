namespace GlmTools;

/// <summary>A source that an answer cites (protocol sheet 9.2, <c>metadata_list</c>).</summary>
/// <param name="Title">Its title; <see langword="null"/> where it did not come.</param>
/// <param name="Url">Its address; <see langword="null"/> where it did not come.</param>
public sealed record QingYanSource(string? Title, string? Url);
