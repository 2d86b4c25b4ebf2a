using GlmTools.Cli.Tests.Running;

namespace GlmTools.Cli.Tests.Changes;

public class LockTests
{
    [Fact]
    public async Task A_project_without_a_lock_file_is_told_how_to_get_one()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject("a", "public static class A;");

        Assert.Contains($"write it: glmtools lock {project} --accept", (await Glmtools.RunAsync("lock", project)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_does_not_build_is_told_with_the_first_error()
    {
        using var scratch = new Scratch();
        var project = scratch.WriteProject("a", "public static class A { int x = \"\"; }");

        Assert.Contains("does not build: ", (await Glmtools.RunAsync("lock", project, "--accept")).Failure(ExitCode.BadInput), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assembly_has_no_lock_file()
        => Assert.Contains("is no project", (await Glmtools.RunAsync("lock", Built.Own)).Failure(ExitCode.BadInput), StringComparison.Ordinal);
}
