using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Diagnostics;

/// <summary>Everything GlmTools tells a developer at compile time. An id is never used for something else again.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "GLM001", "Type has no schema", "'{0}' is of type '{1}', which GlmTools cannot describe to a model; {2}");

    public static readonly DiagnosticDescriptor Inaccessible = Error(
        "GLM002", "Tool cannot be reached", "Generated code cannot reach '{0}'; make it public or internal");

    public static readonly DiagnosticDescriptor InvalidName = Error(
        "GLM003", "Tool name is not valid", "GLM does not accept the tool name '{0}'; use 1 to 64 of the characters a-z, A-Z, 0-9, '_' and '-': [GlmTool(\"...\")]");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "GLM004", "Two tools have the same name", "'{0}' has another tool named '{1}'; name one of them differently: [GlmTool(\"...\")]");

    public static readonly DiagnosticDescriptor ByReference = Error(
        "GLM005", "Parameter cannot be bound", "Parameter '{0}' is passed by reference; a model can only send values, so take it by value");

    public static readonly DiagnosticDescriptor Generic = Error(
        "GLM006", "Tool is generic", "'{0}' is generic, and a schema needs a closed type; write a method for the types it is called with");

    public static readonly DiagnosticDescriptor AsyncVoid = Error(
        "GLM007", "Tool is async void", "Nobody can await '{0}' or see it fail; return Task");

    public static readonly DiagnosticDescriptor MissingDescription = Warning(
        "GLM008", "Tool has no description", "The model chooses '{0}' by its description, and it has none; add a <summary> or [Description(\"...\")]");

    public static readonly DiagnosticDescriptor PropertyClash = Error(
        "GLM009", "Type already has the member the tools would get", "'{0}' has a member '{1}' of its own, which hides the generated one; add [GlmToolSet(Property = \"...\")] to the type");

    public static readonly DiagnosticDescriptor ConstraintNotEnforced = Warning(
        "GLM010", "Constraint has no effect here", "[{0}] on '{1}' can neither be said in the schema nor checked; check it in the method");

    public static readonly DiagnosticDescriptor LanguageVersion = Error(
        "GLM011", "C# 14 is needed", "The generated property '{0}' is an extension property, which needs C# 14; remove <LangVersion> from the project or raise it");

    public static readonly DiagnosticDescriptor GenericType = Info(
        "GLM012", "Tools of a generic type", "'{0}' is generic, and a schema needs closed types; its tools appear on the closed types that [assembly: GlmToolSet(typeof(...))] names, and on types marked with [GlmToolSet] that derive from it");

    public static readonly DiagnosticDescriptor RecursiveType = Info(
        "GLM013", "Type contains itself", "'{0}' contains '{1}' within itself, which takes a reference in the schema; models fill those badly, so prefer a flat list with ids");

    public static readonly DiagnosticDescriptor InvalidProperty = Error(
        "GLM014", "Generated property cannot have its name", "The tools of '{0}' cannot become a property '{1}', because {2}; name it differently: [GlmToolSet(Property = \"...\")]");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, "GlmTools", severity, isEnabledByDefault: true);

    // What follows compares tools with the lock file: {0} is the type, {1} the tool, {2} the path of the argument.
    public static readonly DiagnosticDescriptor ToolRemoved = Warning(
        "GLM030", "Locked tool is gone", "Tool '{1}' of '{0}' is gone, and stored transcripts may call it: in the lock file -> nothing" + AcceptChange);

    public static readonly DiagnosticDescriptor ToolAdded = Info(
        "GLM031", "Tool is not locked yet", "Tool '{1}' of '{0}' is new: nothing -> in the code" + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterRemoved = Warning(
        "GLM032", "Locked parameter is gone", "Tool '{1}' of '{0}' does not take '{2}' any more: {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterRenamed = Warning(
        "GLM033", "Locked parameter has another name", "Tool '{1}' of '{0}' takes '{2}' under another name: {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterRequired = Warning(
        "GLM034", "Parameter became required", "Tool '{1}' of '{0}' now needs '{2}': {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterNarrowed = Warning(
        "GLM035", "Parameter takes less than locked", "Tool '{1}' of '{0}' takes less as '{2}': {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterWidened = Info(
        "GLM036", "Parameter takes more than locked", "Tool '{1}' of '{0}' takes more as '{2}': {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor DescriptionChanged = Info(
        "GLM037", "Description differs from the locked one", "Tool '{1}' of '{0}' describes {2} in other words: {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor DefaultChanged = Info(
        "GLM038", "Default differs from the locked one", "Tool '{1}' of '{0}' has another default for '{2}': {3} -> {4}" + AcceptChange);

    public static readonly DiagnosticDescriptor InvalidLock = Error(
        "GLM039", "Lock file cannot be read", "The lock file of the tools cannot be read: {0}; write it anew: dotnet build -t:GlmToolsLock");

    public static readonly DiagnosticDescriptor ToolOverBudget = Warning(
        "GLM040", "Tool is over the token budget", "Tool '{0}' takes about {1} tokens of each request, and GlmToolTokenBudget is {2}; its heaviest descriptions: {3}");

    public static readonly DiagnosticDescriptor ToolSetOverBudget = Warning(
        "GLM041", "Tool set is over the token budget", "The tools of '{0}' take about {1} tokens of each request, and GlmToolSetTokenBudget is {2}; their heaviest descriptions: {3}");

    public static readonly DiagnosticDescriptor InvalidBudget = Warning(
        "GLM042", "Token budget is no number", "{0} is '{1}', and a budget is a whole number of tokens from 1 on");

    private const string AcceptChange = "; accept it with: dotnet build -t:GlmToolsLock";
}
