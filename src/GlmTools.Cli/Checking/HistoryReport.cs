namespace GlmTools.Cli.Checking;

/// <summary>What was found in a history.</summary>
/// <param name="Form">What kind of text it is: <c>messages</c>, <c>request</c>, <c>run</c> or <c>cassette</c>.</param>
/// <param name="Messages">How many messages it has.</param>
/// <param name="Problems">Why the service would refuse it; none where it would take it.</param>
internal sealed record HistoryReport(string Form, int Messages, IReadOnlyList<HistoryProblem> Problems);
