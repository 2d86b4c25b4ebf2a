using System.Collections.Immutable;
using GlmTools.Generators.Locking;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Diagnostics;

/// <summary>Everything GlmTools tells a developer at compile time. An id is never used for something else again.</summary>
internal static class Rules
{
    /// <summary>Where the page of each rule is, as <c>GLM001.md</c>.</summary>
    private const string Pages = "https://github.com/GlmTools/GlmTools/blob/main/docs/diagnostics/";

    private const string LockedTool = "Tool '{1}' of '{0}' ";

    private const string AcceptChange = "; accept it with: dotnet build -t:GlmToolsLock";

    // First of all fields, so that it is there when the rules are made.
    private static readonly ImmutableArray<DiagnosticDescriptor>.Builder Made = ImmutableArray.CreateBuilder<DiagnosticDescriptor>();

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

    public static readonly DiagnosticDescriptor ConfusableName = Warning(
        "GLM015", "Two tools have confusable names", "'{0}' and '{1}' differ only in case or separators, and a model will mix them up; name one of them differently: [GlmTool(\"...\")]");

    public static readonly DiagnosticDescriptor UndescribedParameter = Info(
        "GLM016", "Parameter has no description", "The model fills '{0}' by its name alone; add <param name=\"{0}\"> or [Description(\"...\")]");

    public static readonly DiagnosticDescriptor DuplicateDescription = Warning(
        "GLM017", "Two tools have the same description", "'{0}' is described like '{1}', and a model can only guess between them; say what sets it apart");

    public static readonly DiagnosticDescriptor UnmatchedParamTag = Warning(
        "GLM018", "Documented parameter does not exist", "'{0}' is no parameter of '{1}', so that the model never reads this; rename or remove it");

    public static readonly DiagnosticDescriptor NotCancellable = Info(
        "GLM019", "Tool cannot be cancelled", "'{0}' runs on when its call is cancelled or out of time; take a CancellationToken");

    public static readonly DiagnosticDescriptor DefaultBreaksConstraint = Error(
        "GLM020", "Default breaks its own constraint", "The default of '{0}' is not {1}, as its own constraint demands; change one of them");

    public static readonly DiagnosticDescriptor ImpossibleConstraint = Error(
        "GLM021", "Constraints leave no value", "No value of '{0}' is {1}; correct its constraints");

    public static readonly DiagnosticDescriptor InvalidPattern = Error(
        "GLM022", "Pattern is not a regular expression", "The pattern of '{0}' is no regular expression, and no text can match it: {1}; correct it");

    public static readonly DiagnosticDescriptor DuplicateWireName = Error(
        "GLM023", "Two members have the same name on the wire", "'{0}' is of type '{1}', where both '{2}' and '{3}' are named '{4}' on the wire; name one of them differently");

    public static readonly DiagnosticDescriptor Sensitive = Warning(
        "GLM024", "Model can see and choose what it should not", "'{0}' looks like {1}, which a model should neither see nor choose; take it from the host: [FromContext], [FromServices] or GlmToolContext");

    public static readonly DiagnosticDescriptor UndeclaredEffect = Warning(
        "GLM025", "Tool has an effect it does not declare", "'{0}' sounds as if it could not be undone, and may run beside other calls and with repaired arguments; declare what it does: Effect = GlmToolEffect.Destructive");

    public static readonly DiagnosticDescriptor TooManyTools = Warning(
        "GLM026", "Set has more tools than a request takes", "'{0}' has {1} tools, and GLM refuses a request with more than {2}; split the type, or send some of them: Tools.Where(...)");

    public static readonly DiagnosticDescriptor JoinedDuplicate = Warning(
        "GLM027", "Joined sets have a tool of the same name", "Both sides have a tool named '{0}', so that joining them throws; name one of them differently: [GlmTool(\"...\")]");

    public static readonly DiagnosticDescriptor LimitOutOfRange = Error(
        "GLM028", "Limit is out of range", "{0} of '{1}' is {2}; it takes {3}, or 0 for the limit of the agent");

    // What follows compares tools with the lock file: {0} is the type, {1} the tool, {2} the path of the argument.
    public static readonly DiagnosticDescriptor ToolRemoved = Warning(
        "GLM030", "Locked tool is gone", LockedTool + ChangePhrases.ToolRemoved + ": in the lock file -> nothing" + AcceptChange);

    public static readonly DiagnosticDescriptor ToolAdded = Info(
        "GLM031", "Tool is not locked yet", LockedTool + ChangePhrases.ToolAdded + ": nothing -> in the code" + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterRemoved = Warning(
        "GLM032", "Locked parameter is gone", LockedTool + ChangePhrases.ParameterRemoved + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterRenamed = Warning(
        "GLM033", "Locked parameter has another name", LockedTool + ChangePhrases.ParameterRenamed + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterRequired = Warning(
        "GLM034", "Parameter became required", LockedTool + ChangePhrases.ParameterRequired + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterNarrowed = Warning(
        "GLM035", "Parameter takes less than locked", LockedTool + ChangePhrases.ParameterNarrowed + AcceptChange);

    public static readonly DiagnosticDescriptor ParameterWidened = Info(
        "GLM036", "Parameter takes more than locked", LockedTool + ChangePhrases.ParameterWidened + AcceptChange);

    public static readonly DiagnosticDescriptor DescriptionChanged = Info(
        "GLM037", "Description differs from the locked one", LockedTool + ChangePhrases.DescriptionChanged + AcceptChange);

    public static readonly DiagnosticDescriptor DefaultChanged = Info(
        "GLM038", "Default differs from the locked one", LockedTool + ChangePhrases.DefaultChanged + AcceptChange);

    public static readonly DiagnosticDescriptor InvalidLock = Error(
        "GLM039", "Lock file cannot be read", "The lock file of the tools cannot be read: {0}; write it anew: dotnet build -t:GlmToolsLock");

    public static readonly DiagnosticDescriptor ToolOverBudget = Warning(
        "GLM040", "Tool is over the token budget", "Tool '{0}' takes about {1} tokens of each request, and GlmToolTokenBudget is {2}; its heaviest descriptions: {3}");

    public static readonly DiagnosticDescriptor ToolSetOverBudget = Warning(
        "GLM041", "Tool set is over the token budget", "The tools of '{0}' take about {1} tokens of each request, and GlmToolSetTokenBudget is {2}; their heaviest descriptions: {3}");

    public static readonly DiagnosticDescriptor InvalidBudget = Warning(
        "GLM042", "Token budget is no number", "{0} is '{1}', which is no number of tokens; set a whole number from 1 on");

    public static readonly DiagnosticDescriptor UnknownPlaceholder = Error(
        "GLM043", "Confirmation names no argument", "The confirmation of '{0}' names '{1}', which is no argument; {2}");

    public static readonly DiagnosticDescriptor UnpairedBrace = Error(
        "GLM044", "Confirmation has an unpaired brace", "The confirmation of '{0}' has an unpaired '{1}'; pair it, or write '{1}{1}' for the brace itself");

    public static readonly DiagnosticDescriptor UnusedConfirmation = Warning(
        "GLM045", "Confirmation is never shown", "Nobody is asked before '{0}' is called, so that its confirmation is never shown; add RequiresApproval = true");

    public static readonly DiagnosticDescriptor OpenAnswer = Warning(
        "GLM046", "Answer is of an open type", "'{0}' stands for types that are not known here, so that no schema is generated for them; name the type itself, or mark each that it may be with [GlmSchema]");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => Made.ToImmutable();

    private static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity)
    {
        var rule = new DiagnosticDescriptor(id, title, message, "GlmTools", severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
        Made.Add(rule);
        return rule;
    }
}
