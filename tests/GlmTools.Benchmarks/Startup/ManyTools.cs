using System.Globalization;
using System.Text;
using GlmTools.Benchmarks.Definitions;
using GlmTools.Benchmarks.Generating;
using GlmTools.Generators;

namespace GlmTools.Benchmarks.Startup;

/// <summary>Assemblies with a thousand tools, compiled for the occasion: as text they would be longer than all the rest.</summary>
internal sealed class ManyTools : IDisposable
{
    private const int Count = 1000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("glmtools-tools-");

    /// <summary>A handle each, over one constant.</summary>
    public string ByHand => Compile("ByHand", HandSource());

    /// <summary>A class of a thousand tools.</summary>
    public string Own => Compile("Own", ToolSources.Shapes, ToolSources.Class(Count), """
        public static class Made
        {
            public static int Create()
            {
                var tools = Many.Set0.Tools;
                var length = 0;
                for (var i = 0; i < tools.Count; i++)
                {
                    length += tools[i].Utf8Definition.Length;
                }

                return length;
            }
        }
        """);

    /// <summary>The same methods for AIFunctionFactory.</summary>
    public string Factory => Compile("Factory", ToolSources.Shapes, ToolSources.Class(Count), """
        public static class Made
        {
            public static int Create()
            {
                var length = 0;
                foreach (var method in typeof(Many.Set0).GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly))
                {
                    length += Microsoft.Extensions.AI.AIFunctionFactory.Create(method, target: null).JsonSchema.GetRawText().Length;
                }

                return length;
            }
        }
        """);

    public void Dispose() => _folder.Delete(recursive: true);

    private string Compile(string name, params string[] sources)
    {
        var path = Path.Combine(_folder.FullName, $"{name}.dll");
        using var file = File.Create(path);
        Compilations.Emit(Compilations.Generate(Compilations.Of(name, sources), new GlmToolGenerator()), file);
        return path;
    }

    private static string HandSource()
    {
        var (blob, ends, end) = (new StringBuilder(), new StringBuilder(), 0);
        for (var tool = 0; tool < Count; tool++)
        {
            var definition = HandDefinitions.Definition(tool % 4, string.Create(CultureInfo.InvariantCulture, $"Call{tool}"));
            blob.Append(definition);
            ends.Append(CultureInfo.InvariantCulture, $"{end += Encoding.UTF8.GetByteCount(definition)}, ");
        }

        return $$""""
            using System;

            public static class Made
            {
                public static ReadOnlySpan<byte> Blob => """{{blob}}"""u8;

                public static ReadOnlySpan<int> Ends => [{{ends}}];

                public static int Create()
                {
                    var tools = new Handle[Ends.Length];
                    var length = 0;
                    for (var i = 0; i < tools.Length; i++)
                    {
                        tools[i] = new(i == 0 ? 0 : Ends[i - 1], Ends[i]);
                        length += tools[i].Definition.Length;
                    }

                    return length;
                }
            }

            public sealed class Handle(int start, int end)
            {
                public ReadOnlySpan<byte> Definition => Made.Blob[start..end];
            }
            """";
    }
}
