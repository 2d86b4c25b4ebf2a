namespace GlmTools.Generators.Tests.Schemas;

/// <summary>That the snapshot itself can fail, and says where.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshot").FullName;

    public SnapshotTests() => DiffEngine.DiffRunner.Disabled = true;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        DiffEngine.DiffRunner.Disabled = false;
    }

    [Fact]
    public async Task A_text_that_is_as_verified_passes_and_leaves_nothing_behind()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "A.Test.verified.json"), "{\n}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "A.Test.received.json"), "old");
        await Snapshot.Verify("{\n}\n", Path.Combine(_folder, "A.cs"), "Test");
        Assert.Equal(["A.Test.verified.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_text_that_differs_fails_with_the_first_difference()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "A.Test.verified.json"), "{\n  \"a\": 1\n}\n");
        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Snapshot.Verify("{\n  \"a\": 2\n}\n", Path.Combine(_folder, "A.cs"), "Test"));
        Assert.Contains("A.Test.verified.json differs in line 2\nexpected:   \"a\": 1\nactual:     \"a\": 2\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("{\n  \"a\": 2\n}\n", await File.ReadAllTextAsync(Path.Combine(_folder, "A.Test.received.json")));
    }

    [Fact]
    public async Task A_text_that_was_never_verified_fails()
    {
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Snapshot.Verify("{}", Path.Combine(_folder, "A.cs"), "Test"));
        Assert.Equal(["A.Test.received.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }
}
