namespace LocalServer;

/// <summary>A check that saw something else than it has to.</summary>
internal sealed class CheckException(string message) : Exception(message);
