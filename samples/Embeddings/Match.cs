namespace Embeddings;

/// <summary>A text that was found, and how near it is: 1 for the same direction, 0 for nothing in common.</summary>
internal sealed record Match(string Text, double Similarity);
