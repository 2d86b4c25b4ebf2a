using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GlmTools.Cli.Page.Serving;
using GlmTools.Cli.Page.Timelines;

namespace GlmTools.Cli.Page;

/// <summary>
/// A run as one HTML file: the page's own scripts and styles inside, under a policy that lets in these very texts, by their hashes, and nothing else.
/// </summary>
internal static partial class Report
{
    // Each behind those it imports.
    private static readonly string[] Modules = ["dom.js", "json.js", "text.js", "wire.js", "step.js", "timeline.js", "report.js"];

    private static readonly string[] Styles = ["page.css", "timeline.css"];

    /// <summary>Writes a run as HTML.</summary>
    public static string Html(RunTimeline run)
    {
        var script = $"'use strict';\n(() => {{\n{string.Concat(Modules.Select(static name => Inlined(PageFiles.Read(name))))}}})();\n";
        var style = string.Concat(Styles.Select(PageFiles.Read));
        var data = PageJson.Text(run);
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-{Hash(script)}'; style-src 'sha256-{Hash(style)}'; img-src data:; base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{WebUtility.HtmlEncode(Title(run))}</title>
            <link rel="icon" href="data:,">
            <style>{style}</style>
            </head>
            <body>
            <main id="main"></main>
            <script type="application/json" id="run">{data}</script>
            <script>{script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Title(RunTimeline run) => run.Title.Length > 80 ? $"{run.Title[..80]}…" : run.Title;

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // In one scope nothing is imported and nothing exported.
    private static string Inlined(string module) => Export().Replace(Import().Replace(module, ""), "");

    [GeneratedRegex(@"^import .*\n", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^export ", RegexOptions.Multiline)]
    private static partial Regex Export();
}
