using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Caching;

/// <summary>
/// The generator after an edit: it writes what a fresh one would, and works out only what the edit touches. The first without the
/// second is slow; the second without the first shows a developer code that is out of date.
/// </summary>
public class EditTests
{
    public static TheoryData<string> Names => [.. Edits.All.Select(static edit => edit.Name)];

    [Theory, MemberData(nameof(Names))]
    public void An_edit_leaves_what_a_fresh_run_makes(string name)
    {
        var edit = Edits.All.Single(edit => edit.Name == name);
        var before = GeneratorRun.Of(Edits.Project.Compile());
        var edited = edit.Apply(Edits.Project);
        var after = before.Then(edited.Compile());

        Assert.Equal(GeneratorRun.Of(edited.Compile()).Files, after.Files);
        Assert.Equal(edit.Changed.Order(), before.Files.Keys.Union(after.Files.Keys).Where(file => before.Files.GetValueOrDefault(file) != after.Files.GetValueOrDefault(file)).Order());
        after.Then(edited.Compile()).AssertNothingNew();
    }

    [Theory, MemberData(nameof(Names))]
    public void Only_the_files_that_change_are_written_anew(string name)
    {
        var edit = Edits.All.Single(edit => edit.Name == name);
        var after = GeneratorRun.Of(Edits.Project.Compile()).Then(edit.Apply(Edits.Project).Compile());
        if (edit.Changed.Length == 0)
        {
            after.AssertNothingWritten();
            return;
        }

        // An added or removed class may move the others to new places, where they are written once more as they were.
        if (edit.Changed.All(after.Files.ContainsKey) && edit.Changed.All(GeneratorRun.Of(Edits.Project.Compile()).Files.ContainsKey))
        {
            Assert.Equal(edit.Changed.Order(), after.Written.Order());
        }
    }

    [Fact]
    public void The_catalogue_names_each_edit_once_and_has_all_kinds()
    {
        Assert.Equal(Edits.All.Count, Edits.All.Select(static edit => edit.Name).Distinct().Count());
        Assert.True(Edits.All.Count >= 20);
        Assert.Contains(Edits.All, static edit => edit.Changed.Length == 0);
        Assert.Contains(Edits.All, static edit => edit.Changed.Length == 2);
    }

    [Fact]
    public void Many_edits_in_a_row_leave_what_a_fresh_run_makes()
    {
        var (run, project) = (GeneratorRun.Of(Edits.Project.Compile()), Edits.Project);
        foreach (var edit in Edits.All)
        {
            project = edit.Apply(Edits.Project);
            run = run.Then(project.Compile());
            Assert.Equal(GeneratorRun.Of(project.Compile()).Files, run.Files);
        }

        Assert.Equal(GeneratorRun.Of(Edits.Project.Compile()).Files, run.Then(Edits.Project.Compile()).Files);
    }

    // The guards themselves have to be able to fail.
    [Fact]
    public void A_change_is_seen_as_one()
    {
        var after = GeneratorRun.Of(Edits.Project.Compile()).Then(Edits.All.Single(static edit => edit.Name == "a doc comment").Apply(Edits.Project).Compile());
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(after.AssertNothingNew);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(after.AssertNothingWritten);
        Assert.Contains(IncrementalStepRunReason.Modified, after.Reasons);
        Assert.Equal(["Demo.WeatherTools.g.cs"], after.Written);
    }
}
