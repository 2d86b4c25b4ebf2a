namespace GlmTools.Testing.Tests.Snapshots;

public sealed class ToolSnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Verified => Path.Combine(_folder, "ForecastTests.Schema.verified.json");

    private string Received => Path.Combine(_folder, "ForecastTests.Schema.received.json");

    // What a user writes; the file beside this one was accepted once.
    [Fact]
    public Task Schema() => ToolSnapshot.Verify(ForecastTools.Tools);

    [Fact]
    public Task Page() => ToolSnapshot.Verify(ForecastTools.Tools, new() { Format = ToolSnapshotFormat.Markdown });

    [Fact]
    public async Task A_new_snapshot_fails_is_accepted_by_moving_the_file_and_then_holds()
    {
        var failure = await Assert.ThrowsAsync<ToolSnapshotException>(() => Verify(ForecastTools.Tools));

        Assert.Contains("there is no ForecastTests.Schema.verified.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"\"{Received}\" \"{Verified}\"", failure.Message, StringComparison.Ordinal);
        Assert.Equal((Verified, Received), (failure.VerifiedFile, failure.ReceivedFile));
        Assert.Equal(ForecastTools.Tools.ToJson(indented: true), await File.ReadAllTextAsync(Received));
        File.Move(Received, Verified, overwrite: true);
        await Verify(ForecastTools.Tools);
    }

    [Fact]
    public async Task A_renamed_parameter_is_named_as_the_lock_file_names_it()
    {
        await File.WriteAllTextAsync(Verified, ForecastTools.Tools.ToJson(indented: true));

        var failure = await Assert.ThrowsAsync<ToolSnapshotException>(() => Verify(RenamedForecastTools.Tools));

        Assert.StartsWith(
            """
            The tools differ from ForecastTests.Schema.verified.json in line 10
              verified: "city": {
              received: "location": {
            What changed for models:
              GLM033 breaks calls: Tool 'get_forecast' takes '/city' under another name: "city" -> "location"

            """,
            failure.Message,
            StringComparison.Ordinal);
        Assert.Equal(ToolChangeKind.ParameterRenamed, Assert.Single(failure.Changes).Kind);
    }

    [Fact]
    public async Task What_was_received_goes_when_the_tools_are_right_again()
    {
        await File.WriteAllTextAsync(Verified, ForecastTools.Tools.ToJson(indented: true));
        await Assert.ThrowsAsync<ToolSnapshotException>(() => Verify(RenamedForecastTools.Tools));
        Assert.True(File.Exists(Received));

        await Verify(ForecastTools.Tools);
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public async Task A_byte_order_mark_and_the_ends_of_lines_and_of_the_file_are_no_change()
    {
        await File.WriteAllTextAsync(Verified, ForecastTools.Tools.ToJson(indented: true).ReplaceLineEndings("\r\n") + "\r\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await Verify(ForecastTools.Tools);
    }

    [Fact]
    public async Task A_snapshot_that_was_mixed_by_a_merge_still_shows_the_line()
    {
        await File.WriteAllTextAsync(Verified, "<<<<<<< ours\n" + ForecastTools.Tools.ToJson(indented: true));

        var failure = await Assert.ThrowsAsync<ToolSnapshotException>(() => Verify(ForecastTools.Tools));
        Assert.Contains("verified: <<<<<<< ours", failure.Message, StringComparison.Ordinal);
        Assert.Empty(failure.Changes);
    }

    [Fact]
    public async Task What_is_received_has_no_byte_order_mark_and_ends_lines_as_git_does()
    {
        await Assert.ThrowsAsync<ToolSnapshotException>(() => Verify(ForecastTools.Tools));
        var bytes = await File.ReadAllBytesAsync(Received);
        Assert.Equal((byte)'[', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task Verify(GlmToolSet set) => ToolSnapshot.Verify(set, new() { Directory = _folder }, sourceFile: "/_/tests/ForecastTests.cs", member: "Schema");
}
