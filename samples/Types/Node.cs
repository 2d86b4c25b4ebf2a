namespace Types;

internal sealed record Node(string Name, IReadOnlyList<Node> Children);
