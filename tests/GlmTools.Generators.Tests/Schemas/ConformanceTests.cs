using GlmTools.Generators.Tests.Compiling;
using GlmTools.Testing;

namespace GlmTools.Generators.Tests.Schemas;

/// <summary>
/// What users run over their tools, over ours: a second judge beside NJsonSchema, which reads every keyword and makes its arguments from
/// each schema itself.
/// </summary>
public class ConformanceTests
{
    [Fact]
    public async Task Every_kind_of_schema_is_enforced_as_it_is_advertised()
    {
        var report = await ToolConformance.Verify(SchemaTools.All.Set);
        Assert.True(report is { Accepted: > 800, Refused: > 5000, Untested.Count: 0 }, report.ToString());
    }

    [Fact]
    public async Task So_is_every_constraint()
    {
        var report = await ToolConformance.Verify(MatrixOracleTests.Set);
        Assert.True(report is { Accepted: > 400, Refused: > 1000, Untested.Count: 0 }, report.ToString());
    }
}
