using System.Text.Encodings.Web;
using System.Text.Json;

namespace GlmTools.Binding;

/// <summary>How GlmTools writes JSON: compact, and 城市 stays 城市.</summary>
internal static class ToolJson
{
    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static readonly JsonWriterOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };
}
