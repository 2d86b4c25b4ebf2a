using System.Text;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>The names of an object's members, or of an enum, as the generator writes them: one constant, a line each.</summary>
internal static class NameList
{
    /// <summary>Finds the name the reader stands on, from one position on and around.</summary>
    /// <param name="names">The names.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="position">Where to begin; the position of the name afterwards.</param>
    /// <param name="offset">Where that name begins in the list; where the one behind the found one does, afterwards.</param>
    /// <returns>Whether it is in the list.</returns>
    public static bool TryFind(ReadOnlySpan<byte> names, ref Utf8JsonReader reader, ref int position, ref int offset)
    {
        var name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (TryFindAhead(names[Math.Min(offset, names.Length)..], name, ref position, ref offset))
        {
            return true;
        }

        (position, offset) = (0, 0);
        return TryFindAhead(names, name, ref position, ref offset);
    }

    /// <summary>Finds a name in the rest of a list, whose position and offset in the list are counted on.</summary>
    public static bool TryFindAhead(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> name, ref int position, ref int offset)
    {
        while (!rest.IsEmpty)
        {
            if (rest.StartsWith(name) && (rest.Length == name.Length || rest[name.Length] == '\n'))
            {
                offset += name.Length + 1;
                return true;
            }

            var end = rest.IndexOf((byte)'\n') + 1;
            if (end == 0)
            {
                return false;
            }

            rest = rest[end..];
            offset += end;
            position++;
        }

        return false;
    }

    /// <summary>What a message says is expected.</summary>
    public static string OneOf(IEnumerable<string> names) => $"one of {string.Join(", ", names.Select(static name => $"\"{name}\""))}";

    public static string[] ToArray(ReadOnlySpan<byte> names)
        => names.IsEmpty ? [] : Encoding.UTF8.GetString(names).Split('\n');
}
