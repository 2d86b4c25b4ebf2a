using System.Runtime.InteropServices;
using System.Text;

namespace GlmTools;

/// <summary>A file on its way to the service. It is opened anew whenever it has to be sent again.</summary>
public sealed class GlmUpload
{
    private readonly Func<Stream> _open;

    private GlmUpload(string name, Func<Stream> open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, _open) = (name, open);
    }

    /// <summary>The name the service gets to see. Its extension tells the service what is in it.</summary>
    public string Name { get; }

    /// <summary>A file on disk.</summary>
    /// <param name="path">Where it is. It is opened when it is sent.</param>
    public static GlmUpload FromFile(string path) => new(Path.GetFileName(path), () => OpenFile(path));

    /// <summary>Bytes in memory.</summary>
    /// <param name="name">The name for them.</param>
    /// <param name="bytes">The bytes. Do not change them before they are sent.</param>
    public static GlmUpload FromBytes(string name, ReadOnlyMemory<byte> bytes) => new(name, () => OpenBytes(bytes));

    /// <summary>Anything that can be opened.</summary>
    /// <param name="name">The name for it.</param>
    /// <param name="open">Opens it from its beginning, each time anew. The stream is disposed when it is sent.</param>
    public static GlmUpload FromStream(string name, Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new(name, open);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>A form with the file and other fields.</summary>
    /// <param name="fields">The other fields; those without a value are left out.</param>
    internal Func<HttpContent> Form(params (string Name, string? Value)[] fields) => () =>
    {
        // Names as browsers write them; by itself .NET hides those that are not ASCII, with their extensions, from servers that do not decode mail.
        var form = new MultipartFormDataContent { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                form.Add(Part(new StringContent(value), name));
            }
        }

        form.Add(Part(new StreamContent(_open()), $"file\"; filename=\"{Escape(Name)}"));
        return form;
    };

    private static HttpContent Part(HttpContent content, string name)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
        return content;
    }

    private static string Escape(string name)
        => name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    // Not a copy: a file of a batch may have 100 MB.
    private static MemoryStream OpenBytes(ReadOnlyMemory<byte> bytes)
        => MemoryMarshal.TryGetArray(bytes, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray(), writable: false);

    private static FileStream OpenFile(string path)
        => new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
}
