using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>The names of an object's members, or of an enum, as the generator writes them: one constant, a line each.</summary>
internal static class NameList
{
    /// <summary>The name that begins at an offset of the list.</summary>
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> names, int offset)
    {
        var rest = names[offset..];
        var end = rest.IndexOf((byte)'\n');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The position of the name the reader stands on, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<byte> names, ref Utf8JsonReader reader)
    {
        for (int position = 0, offset = 0; offset < names.Length; position++)
        {
            var name = At(names, offset);
            if (reader.ValueTextEquals(name))
            {
                return position;
            }

            offset += name.Length + 1;
        }

        return -1;
    }

    /// <summary>The offset at which the name of a position begins.</summary>
    public static int OffsetOf(ReadOnlySpan<byte> names, int position)
    {
        var offset = 0;
        for (; position > 0; position--)
        {
            offset += At(names, offset).Length + 1;
        }

        return offset;
    }

    /// <summary>What a message says is expected.</summary>
    public static string OneOf(IEnumerable<string> names) => $"one of {string.Join(", ", names.Select(static name => $"\"{name}\""))}";

    public static string[] ToArray(ReadOnlySpan<byte> names)
        => names.IsEmpty ? [] : Encoding.UTF8.GetString(names).Split('\n');
}
