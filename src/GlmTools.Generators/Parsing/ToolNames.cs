using System.Text;

namespace GlmTools.Generators.Parsing;

/// <summary>What tools and members are called on the wire.</summary>
internal static class ToolNames
{
    private const int MaxLength = 64;

    /// <summary>The pattern of a function name, <c>^[a-zA-Z0-9_-]{1,64}$</c> (protocol sheet 2.5).</summary>
    public static bool IsValid(string name)
        => name.Length is > 0 and <= MaxLength
            && name.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');

    /// <summary>Whether a name can stand in the lists of generated code, which have a line for each.</summary>
    public static bool IsListable(string name) => name.Length > 0 && !name.Contains('\n');

    /// <summary>The name of a tool that is given none: <c>GetHttpStatusAsync</c> is <c>get_http_status</c>.</summary>
    public static string ForMethod(string method)
    {
        var name = method.EndsWith("Async", StringComparison.Ordinal) && method.Length > 5 ? method.Substring(0, method.Length - 5) : method;
        return SnakeCase(name);
    }

    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && IsWordStart(name, i))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    /// <summary>The name of a member that is given none, as System.Text.Json's camel case makes it: <c>URLPath</c> is <c>urlPath</c>.</summary>
    public static string ForMember(string member)
    {
        var chars = member.ToCharArray();
        for (var i = 0; i < chars.Length && char.IsUpper(chars[i]); i++)
        {
            var endsAcronym = i > 0 && i + 1 < chars.Length && !char.IsUpper(chars[i + 1]);
            if (endsAcronym)
            {
                break;
            }

            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new(chars);
    }

    private static bool IsWordStart(string name, int i)
        => name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
