using GlmTools.Generators.Diagnostics;
using GlmTools.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;

namespace GlmTools.Generators.Tests.Answers;

/// <summary>Where the types of answers are found, and what is said where one cannot be.</summary>
public class DiscoveryTests
{
    private const string Types = "namespace Demo; public record Report(string City); public class Holder { public GlmAgent Agent = null!; public GlmAgent? Maybe; }";

    // Not compiled, because a developer types the call before it is right.
    [Theory]
    [InlineData("agent.RunAsync<Report>(\"x\");")]
    [InlineData("agent.StreamAsync<Report>(\"x\");")]
    [InlineData("agent.RunAsync<Report>(")]
    [InlineData("agent.RunAsync<Report>")]
    [InlineData("agent?.RunAsync<Report>(\"x\");")]
    [InlineData("new Holder().Agent.RunAsync<Report>(\"x\");")]
    [InlineData("holder.Maybe?.RunAsync<Report>(\"x\");")]
    [InlineData("holder?.Agent.RunAsync<Report>(\"x\");")]
    [InlineData("Func<string, object> ask = agent.RunAsync<Report>;")]
    [InlineData("agent.RunAsync<Demo.Report?>(\"x\");")]
    [InlineData("_ = GlmSchema<Report>.Default;")]
    [InlineData("_ = GlmTools.GlmSchema<Report>.Default.AnswerTool;")]
    [InlineData("_ = global::GlmTools.GlmSchema<Report>.Default;")]
    public void A_type_that_is_named_has_a_reader(string statement)
        => Assert.Equal(["Demo.Report-schema.g.cs", "GlmTools-schemas.g.cs"], Files(statement));

    [Theory]
    [InlineData("other.RunAsync<Report>(\"x\");")]
    [InlineData("agent.RunAsync(\"x\");")]
    [InlineData("agent.RunAsync<Report, Report>(\"x\");")]
    [InlineData("agent.RunAsync<>(\"x\");")]
    [InlineData("agent.RunAsync<Missing>(\"x\");")]
    [InlineData("RunAsync<Report>();")]
    [InlineData("_ = typeof(GlmSchema<>);")]
    [InlineData("_ = typeof(GlmSchema<Report>);")]
    [InlineData("_ = GlmSchema<Report>.Else;")]
    public void What_is_something_else_has_none(string statement) => Assert.Empty(Files(statement));

    [Fact]
    public void A_type_that_is_named_often_has_one_reader()
        => Assert.Equal(
            ["Demo.Report-schema.g.cs", "GlmTools-schemas.g.cs"],
            GeneratorRun.Of(Sources.Of(
                "namespace Demo; [GlmSchema] public partial record Report(string City); public partial record Report { }",
                "class A { object[] All = [GlmSchema<Demo.Report>.Default, GlmSchema<Demo.Report?>.Default]; }",
                "class B { object One = GlmSchema<Demo.Report>.Default; }").Compile()).Files.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Types_that_a_file_cannot_tell_apart_have_numbers()
    {
        var files = Generated.From("""
            namespace A { [GlmSchema] public record Item(int X); [GlmSchema] public record ITEM(int X); }
            namespace B { [GlmSchema] public record Item(int Y); }
            public static class Uses { public static object[] All = [GlmSchema<List<A.Item>>.Default, GlmSchema<List<B.Item>>.Default, GlmSchema<A.Item[]>.Default, GlmSchema<B.Item?[]>.Default, GlmSchema<List<string?>>.Default, GlmSchema<List<string>>.Default]; }
            """).Files.Keys;
        Assert.Equal(
            [
                "A.ITEM-schema1.g.cs", "A.Item-schema2.g.cs", "B.Item-schema.g.cs", "GlmTools-schemas.g.cs", "Item[]-schema1.g.cs", "Item[]-schema2.g.cs",
                "System.Collections.Generic.List{Item}-schema1.g.cs", "System.Collections.Generic.List{Item}-schema2.g.cs", "System.Collections.Generic.List{String}-schema.g.cs",
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_of_a_library_is_found_without_a_call_that_names_it()
    {
        var library = Generated.From("namespace Demo; [GlmSchema] public record LibraryReport(string City);");
        var schema = new Schema(typeof(GlmSchema<>).MakeGenericType(library.Type("Demo.LibraryReport")));
        Assert.Equal("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""", schema.ToJson());
    }

    [Fact]
    public void Two_assemblies_may_know_the_same_type()
    {
        var library = Sources.Of("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")]\nnamespace Demo; [GlmSchema] public record Report(string City);").Compile();
        var reference = GeneratorRun.Of(library).Output.ToMetadataReference();
        var application = Sources.Of("public static class App { public static object Schema => GlmSchema<Demo.Report>.Default; }").Compile(reference).WithAssemblyName("App");
        Assert.Empty(GeneratorRun.Of(application).Output.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void A_type_nobody_named_is_told_to_the_developer()
        => Assert.Equal(
            $"No schema was generated for {typeof(DiscoveryTests)}: mark it [GlmSchema], or name the type directly in RunAsync<T>, where no type parameter stands for it.",
            Assert.Throws<GlmException>(static () => new Schema(typeof(GlmSchema<DiscoveryTests>))).Message);

    [Theory]
    [InlineData("public object Bad => GlmSchema<System.IO.Stream>.Default;", "System.IO.Stream", "GLM001", "'the answer' is of type 'Stream', which GlmTools cannot describe to a model; use a class, record or struct that says what to send")]
    [InlineData("public record Bad(List<object> Items); public object Use => GlmSchema<Bad[]>.Default;", "Bad[]", "GLM001", "'the answer[].Items[]' is of type 'object', which GlmTools cannot describe to a model; use a record that says what to send, or JsonElement for anything at all")]
    [InlineData("[GlmSchema] public record Bad(List<object> Items);", "Bad", "GLM001", "'the answer.Items[]' is of type 'object', which GlmTools cannot describe to a model; use a record that says what to send, or JsonElement for anything at all")]
    [InlineData("[GlmSchema] public record Bad<T>(T Item);", "Bad", "GLM001", "'the answer' is of type 'Case.Bad<T>', which GlmTools cannot describe to a model; name the closed type where it is used: RunAsync<T>")]
    [InlineData("[GlmSchema] private record Bad(int Item);", "Bad", "GLM002", "Generated code cannot reach 'Case.Bad'; make it public or internal")]
    [InlineData("[GlmSchema] public record Bad([property: Range(3, 2)] int Item);", "Bad", "GLM021", "No value of 'the answer.Item' is at least 3 and at most 2; correct its constraints")]
    public async Task What_has_no_schema_is_an_error_where_it_is_named(string member, string squiggle, string id, string message)
        => await (await Analyzed.Members(member)).AssertError(id, squiggle, message);

    [Fact]
    public async Task A_secret_may_be_an_answer()
        => (await Analyzed.Members("[GlmSchema] public record Login(string User, string Password);")).AssertClean();

    [Fact]
    public async Task A_call_of_the_agent_is_judged_too()
    {
        var run = GeneratorRun.Of(Sources.Of("class C { void M(GlmAgent agent) { agent.RunAsync<System.IO.Stream>(\"x\"); } void N<T>(GlmAgent agent) { agent.StreamAsync<T>(\"x\"); } }").Compile());
        var found = await Analyzed.Analyze((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)run.Output);
        Assert.Equal([(Rules.UnsupportedType.Id, "System.IO.Stream"), (Rules.OpenAnswer.Id, "T")], found.OrderBy(static d => d.Location.SourceSpan.Start).Select(Finding.Of).Select(static f => (f.Id, f.Squiggle)));
    }

    private static IEnumerable<string> Files(string statement) => GeneratorRun.Of(Sources.Of(
        Types,
        $$"""
        using Demo;
        public class Other { public Task RunAsync<T>(string prompt) => Task.CompletedTask; }
        public class Use
        {
            static void RunAsync<T>() { }
            void M(GlmAgent agent, Other other, Holder holder)
            {
                {{statement}}
            }
        }
        """).Compile()).Files.Keys.Order(StringComparer.Ordinal);
}
