namespace GlmTools;

/// <summary>What is sent as the content of a file.</summary>
internal static class FileBytes
{
    public static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> bytes, string parameter)
        => bytes.IsEmpty ? throw new ArgumentException("There is nothing in it.", parameter) : bytes;
}
