namespace GlmTools.Testing.Tests.Snapshots;

public class SnapshotNameTests
{
    [Fact]
    public void A_snapshot_is_named_by_the_file_and_the_method() => Assert.Equal("WeatherTests.Schema", Of(new()));

    [Fact]
    public void A_nested_class_is_named_with_the_one_around_it() => Assert.Equal("SnapshotNameTests.Inner.Schema", Of(new() { TestClass = typeof(Inner) }));

    [Fact]
    public void A_generic_class_is_named_as_reflection_does() => Assert.Equal("SnapshotNameTests.Generic`1.Schema", Of(new() { TestClass = typeof(Generic<int>) }));

    [Theory]
    [InlineData("/_/tests/WeatherTests.Schemas.cs")]
    [InlineData("C:\\src\\WeatherTests.cs")]
    public void The_class_is_what_the_file_is_called_up_to_the_first_dot(string path) => Assert.Equal("WeatherTests.Schema", SnapshotName.Of(new(), path, "Schema"));

    [Fact]
    public void Another_method_keeps_two_snapshots_of_a_test_apart() => Assert.Equal("WeatherTests.Second", Of(new() { Method = "Second" }));

    [Fact]
    public void The_arguments_of_a_theory_are_part_of_the_name()
        => Assert.Equal("WeatherTests.Schema_city=北京_days=2_share=0.5_on=2026-01-31_flag=True_none=null_list=1,2",
            Of(new() { Parameters = [("city", "北京"), ("days", 2), ("share", 0.5), ("on", new DateOnly(2026, 1, 31)), ("flag", true), ("none", null), ("list", new[] { 1, 2 })] }));

    [Fact]
    public void What_a_file_system_does_not_take_becomes_a_dash() => Assert.Equal("WeatherTests.Schema_a=x-y-z-", Of(new() { Parameters = [("a", "x/y:z?")] }));

    [Fact]
    public void A_whole_name_stands_alone()
    {
        Assert.Equal("tools", Of(new() { FileName = "tools" }));
        Assert.Throws<ArgumentException>(() => Of(new() { FileName = "tools", Method = "Schema" }));
    }

    private static string Of(ToolSnapshotOptions options) => SnapshotName.Of(options, "/src/WeatherTests.cs", "Schema");

    private static class Inner;

    private static class Generic<T>;
}
