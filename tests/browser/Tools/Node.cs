namespace BrowserTools;

public sealed record Node(string Name, IReadOnlyList<Node> Children);
