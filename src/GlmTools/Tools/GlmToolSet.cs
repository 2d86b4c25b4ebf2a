using System.Collections;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GlmTools.Binding;

namespace GlmTools;

/// <summary>Tools in the ordinal order of their names, so that the same tools always make the same bytes.</summary>
public sealed class GlmToolSet : IReadOnlyList<GlmTool>
{
    private readonly GlmTool[] _tools;
    private byte[]? _utf8;

    /// <summary>Creates a set of any tools.</summary>
    /// <param name="tools">The tools, in any order.</param>
    /// <exception cref="ArgumentException">Two of them have the same name.</exception>
    public GlmToolSet(IEnumerable<GlmTool> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        _tools = [.. tools];
        Array.Sort(_tools, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        for (var i = 1; i < _tools.Length; i++)
        {
            if (_tools[i].Name == _tools[i - 1].Name)
            {
                throw new ArgumentException(
                    $"Two tools are named '{_tools[i].Name}'; give one of them another name: [GlmTool(\"...\")].", nameof(tools));
            }
        }
    }

    /// <summary>Creates the set of all tools of a generated dispatcher, which has them in order already.</summary>
    /// <param name="dispatcher">The dispatcher.</param>
    public GlmToolSet(GlmToolDispatcher dispatcher)
    {
        ArgumentNullException.ThrowIfNull(dispatcher);
        _tools = new GlmTool[dispatcher.Count];
        for (var i = 0; i < _tools.Length; i++)
        {
            _tools[i] = new GlmTool(dispatcher, i);
        }
    }

    /// <summary>A set without tools.</summary>
    public static GlmToolSet Empty { get; } = new([]);

    /// <summary>
    /// All tools of a type; each call gets its object from the services of its context, in a scope of its own. The same as the generated
    /// <c>T.ToolsFromServices</c>, for libraries that pass a type argument on.
    /// </summary>
    /// <typeparam name="T">A class or an interface with <see cref="GlmToolAttribute"/> methods, named directly here or in <c>AddGlmTools&lt;T&gt;</c>.</typeparam>
    /// <exception cref="GlmException">None were generated for it.</exception>
    public static GlmToolSet FromServices<T>()
        where T : class
        => GlmToolTypes.Find(typeof(T)) ?? throw new GlmException($"No tools are known for {typeof(T)}: give its methods [GlmTool], or [GlmToolSet] where it inherits them, and name the type directly, where no type parameter stands for it; or pass its ToolsFromServices.");

    /// <summary>How many tools the set holds.</summary>
    public int Count => _tools.Length;

    /// <summary>The tool at a position.</summary>
    /// <param name="index">The position, in the ordinal order of names.</param>
    public GlmTool this[int index] => _tools[index];

    /// <summary>The exact <c>tools</c> array that goes over the wire.</summary>
    public ReadOnlyMemory<byte> Utf8Json => _utf8 ??= Concatenate();

    /// <summary>The SHA-256 of <see cref="Utf8Json"/> in lower-case hex.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Utf8Json.Span));

    /// <summary>About how many tokens the tools take of every request: the sum of their <see cref="GlmTool.EstimatedTokens"/>.</summary>
    public int EstimatedTokens => _tools.Sum(static tool => tool.EstimatedTokens);

    /// <summary>Joins two sets.</summary>
    /// <exception cref="ArgumentException">Both have a tool of the same name.</exception>
    public static GlmToolSet operator +(GlmToolSet left, GlmToolSet right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(left.Concat(right));
    }

    /// <summary>The tools that meet a condition.</summary>
    /// <param name="predicate">The condition.</param>
    public GlmToolSet Where(Func<GlmTool, bool> predicate) => new(Enumerable.Where(this, predicate));

    /// <summary>The tool of a name, or <see langword="null"/>. Names are case-sensitive.</summary>
    /// <param name="name">The name.</param>
    public GlmTool? Find(string name)
    {
        foreach (var tool in _tools)
        {
            if (Ascii.Equals(tool.Utf8Name, name))
            {
                return tool;
            }
        }

        return null;
    }

    /// <summary>The exact <c>tools</c> array that goes over the wire: the one string to snapshot.</summary>
    /// <param name="indented">Whether to lay it out for reading, with two blanks a level and <c>\n</c>.</param>
    public string ToJson(bool indented = false)
    {
        if (!indented)
        {
            return Encoding.UTF8.GetString(Utf8Json.Span);
        }

        using var document = JsonDocument.Parse(Utf8Json);
        return ToolJson.Text(document.RootElement, ToolJson.Indented);
    }

    /// <inheritdoc/>
    public IEnumerator<GlmTool> GetEnumerator() => ((IEnumerable<GlmTool>)_tools).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private byte[] Concatenate()
    {
        var length = 2 + Math.Max(0, _tools.Length - 1) + _tools.Sum(static tool => tool.Utf8Definition.Length);
        var json = new byte[length];
        json[0] = (byte)'[';
        var at = 1;
        foreach (var tool in _tools)
        {
            if (at > 1)
            {
                json[at++] = (byte)',';
            }

            tool.Utf8Definition.CopyTo(json.AsSpan(at));
            at += tool.Utf8Definition.Length;
        }

        json[at] = (byte)']';
        return json;
    }
}
