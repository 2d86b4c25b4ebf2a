using System.Collections.Immutable;
using GlmTools.Generators.Emitting;
using GlmTools.Generators.Json;
using GlmTools.Generators.Locking;
using GlmTools.Generators.Model;
using GlmTools.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GlmTools.Generators.Diagnostics;

/// <summary>
/// Compares the tools of a project with its lock file, if it has one, and says what a change breaks. Accepting a change is
/// writing the file anew.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GlmToolLockAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.ToolRemoved, Rules.ToolAdded, Rules.ParameterRemoved, Rules.ParameterRenamed, Rules.ParameterRequired,
        Rules.ParameterNarrowed, Rules.ParameterWidened, Rules.DescriptionChanged, Rules.DefaultChanged, Rules.InvalidLock,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var file = context.Options.AdditionalFiles.FirstOrDefault(static file => Path.GetFileName(file.Path) == ToolLock.FileName);
        if (file?.GetText(context.CancellationToken) is not { } text || BuildProperties.IsLockUpdate(context.Options.AnalyzerConfigOptionsProvider))
        {
            return;
        }

        ToolLock locked;
        try
        {
            locked = ToolLock.Parse(text.ToString());
        }
        catch (JsonSyntaxException fault)
        {
            context.RegisterAdditionalFileAction(action =>
            {
                if (action.AdditionalFile == file)
                {
                    action.ReportDiagnostic(Diagnostic.Create(Rules.InvalidLock, Line(file, text, fault.Position), fault.Message));
                }
            });
            return;
        }

        context.RegisterSymbolAction(action => AnalyzeType(action, locked), SymbolKind.NamedType);
        context.RegisterAdditionalFileAction(action =>
        {
            if (action.AdditionalFile == file)
            {
                AnalyzeFile(action, text, locked);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, ToolLock file)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsGenericType)
        {
            AnalyzeSet(type, file, new RuleSink(context.ReportDiagnostic, context.CancellationToken));
        }
    }

    private static void AnalyzeSet(INamedTypeSymbol type, ToolLock file, RuleSink sink)
    {
        var isSet = type.IsGenericType || ToolSetParser.HasTools(type) || type.Attribute("GlmTools", "GlmToolSetAttribute") is not null;
        if (!isSet && !file.Mentions(type.Name))
        {
            return;
        }

        var set = ToolSetParser.NameOf(type);
        var locked = file.Of(set);
        var isWhole = true;
        var objections = new RuleSink(objection => isWhole &= objection.Severity != DiagnosticSeverity.Error, sink.CancellationToken);
        var tools = (isSet ? ToolSetParser.Parse(type, objections) : null)?.Tools ?? default;
        foreach (var tool in tools)
        {
            Compare(type, locked, LockedTool.Of(set, SchemaEmitter.Definition(tool)), sink);
        }

        // A tool that cannot be generated is not gone; what is wrong with it is said already.
        foreach (var gone in isWhole ? locked.Values.Where(known => tools.All(tool => tool.Name != known.Name)) : [])
        {
            sink.Report(Rules.ToolRemoved, type, set, gone.Name);
        }
    }

    private static void Compare(INamedTypeSymbol type, IReadOnlyDictionary<string, LockedTool> locked, LockedTool tool, RuleSink sink)
    {
        var changes = locked.TryGetValue(tool.Name, out var known) ? ToolComparison.Of(known, tool) : [new LockedChange(LockedChangeKind.ToolAdded, "", "", "")];
        foreach (var change in changes)
        {
            sink.Report(RuleOf(change.Kind), ToolSites.Of(type, tool.Name), tool.Set, tool.Name, change.Path, change.Before, change.After);
        }
    }

    private static DiagnosticDescriptor RuleOf(LockedChangeKind kind) => kind switch
    {
        LockedChangeKind.ToolRemoved => Rules.ToolRemoved,
        LockedChangeKind.ToolAdded => Rules.ToolAdded,
        LockedChangeKind.ParameterRemoved => Rules.ParameterRemoved,
        LockedChangeKind.ParameterRenamed => Rules.ParameterRenamed,
        LockedChangeKind.ParameterRequired => Rules.ParameterRequired,
        LockedChangeKind.ParameterNarrowed => Rules.ParameterNarrowed,
        LockedChangeKind.ParameterWidened => Rules.ParameterWidened,
        LockedChangeKind.DescriptionChanged => Rules.DescriptionChanged,
        _ => Rules.DefaultChanged,
    };

    // What became of a type that is still there is said at the type.
    private static void AnalyzeFile(AdditionalFileAnalysisContext context, SourceText text, ToolLock file)
    {
        var assembly = context.Compilation.Assembly;
        var closed = ToolSetParser.Declared(assembly.GetAttributes()).ToArray();
        foreach (var type in closed)
        {
            AnalyzeSet(type, file, new RuleSink(context.ReportDiagnostic, context.CancellationToken));
        }

        var names = new HashSet<string>(closed.Select(ToolSetParser.NameOf), StringComparer.Ordinal);
        foreach (var gone in file.Sets.Where(set => !names.Contains(set.Key) && assembly.GetTypeByMetadataName(set.Key) is null).SelectMany(static set => set))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.ToolRemoved, Line(context.AdditionalFile, text, gone.Position), gone.Set, gone.Name));
        }
    }

    private static Location Line(AdditionalText file, SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(Math.Min(position, text.Length));
        var span = TextSpan.FromBounds(Math.Min(position, line.End), line.End);
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
