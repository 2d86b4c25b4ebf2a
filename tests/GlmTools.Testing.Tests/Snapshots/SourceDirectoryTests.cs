using System.Runtime.CompilerServices;

namespace GlmTools.Testing.Tests.Snapshots;

public sealed class SourceDirectoryTests : IDisposable
{
    private readonly string _repository = Directory.CreateTempSubdirectory("repository").FullName;

    [Fact]
    public void A_file_that_is_where_it_says_is_taken_as_it_is()
    {
        var file = Add("tests/Weather/WeatherTests.cs");
        Assert.Equal(Path.GetDirectoryName(file), SourceDirectory.Of(file, []));
    }

    [Theory]
    [InlineData("/_/tests/Weather/Schemas/WeatherTests.cs")]
    [InlineData("/_1/Schemas/WeatherTests.cs")]
    [InlineData("C:\\build\\tests\\Weather\\Schemas\\WeatherTests.cs")]
    public void A_path_that_a_build_made_up_is_found_below_the_project(string path)
    {
        var file = Add("tests/Weather/Schemas/WeatherTests.cs");
        Assert.Equal(Path.GetDirectoryName(file), SourceDirectory.Of(path, [Path.Combine(_repository, "tests", "Weather")]));
    }

    [Fact]
    public void The_longest_end_that_is_found_counts()
    {
        Add("WeatherTests.cs");
        Add("tests/Weather/WeatherTests.cs");
        var file = Add("tests/Shared/WeatherTests.cs");
        Assert.Equal(Path.GetDirectoryName(file), SourceDirectory.Of("/_/tests/Shared/WeatherTests.cs", [Path.Combine(_repository, "tests", "Weather")]));
    }

    [Fact]
    public void A_file_that_is_nowhere_is_told_with_the_remedy()
        => Assert.Contains("ToolSnapshotOptions.Directory", Assert.Throws<DirectoryNotFoundException>(() => SourceDirectory.Of("/_/tests/GoneTests.cs", [_repository])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_mapped_path_of_these_tests_is_found()
    {
        var here = Path.GetDirectoryName(ThisFile())!;
        Assert.Equal(here, SourceDirectory.Of("/_/Snapshots/SourceDirectoryTests.cs"));
    }

    public void Dispose() => Directory.Delete(_repository, recursive: true);

    private static string ThisFile([CallerFilePath] string path = "") => Path.Combine(SourceDirectory.Of(path), "SourceDirectoryTests.cs");

    private string Add(string path)
    {
        var file = Path.Combine(_repository, Path.Combine(path.Split('/')));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        return file;
    }
}
