using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GlmTools.Binding;

namespace GlmTools.Tests.Binding;

public sealed class CanonicalJsonTests
{
    private static readonly Arbitrary<(JsonSample Value, int Chance)> Spelled
        = JsonSample.Any.Zip(Gen.Choose(0, int.MaxValue - 1)).Select(static pair => (pair.Item1, pair.Item2)).ToArbitrary();

    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true , null ] }""", """{"a":[true,null],"b":1}""")]
    [InlineData("""{"b":{"d":1,"c":2},"a":3}""", """{"a":3,"b":{"c":2,"d":1}}""")]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":3,"b":2}""")]
    [InlineData("""{"B":1,"a":2,"\u0061":3}""", """{"B":1,"a":3}""")]
    [InlineData("""["\u57ce市","\/","\u0022","\t"]""", """["城市","/","\"","\t"]""")]
    [InlineData("1.0", "1")]
    [InlineData("1e0", "1")]
    [InlineData("-0.0E+7", "0")]
    [InlineData("100", "1e2")]
    [InlineData("-1.50", "-15e-1")]
    [InlineData("0.00120e-3", "12e-7")]
    [InlineData("1e00000000000000000000000000000002", "1e2")]
    public void A_value_has_one_form(string text, string canonical) => Assert.Equal(canonical, Of(text));

    [Theory]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("0.1", "0.1000000000000000000000000000000000001")]
    [InlineData("1e400", "1e401")]
    [InlineData("1e99999999999999999999999999", "1e99999999999999999999999998")]
    [InlineData("1", "-1")]
    [InlineData("1", "\"1\"")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("\"é\"", "\"e\u0301\"")]
    [InlineData("{}", """{"a":null}""")]
    [InlineData("[1,2]", "[2,1]")]
    public void Different_values_stay_different(string left, string right) => Assert.NotEqual(Of(left), Of(right));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{\"a\": 1")]
    [InlineData("{\"a\": 1} {}")]
    [InlineData("{'a': 1}")]
    [InlineData("01")]
    [InlineData("[1, 2,]")]
    [InlineData("{\"a\": \"\\ud83d\"}")]
    public void What_is_no_JSON_is_its_own_form(string text) => Assert.Equal(text, Of(text));

    [Fact]
    public void What_is_no_text_is_its_own_form()
    {
        byte[] text = [.. "[ \""u8, 0xFF, .. "\" ]"u8];

        Assert.Equal(text, CanonicalJson.Of(text));
    }

    [Fact]
    public void What_is_nested_too_deep_to_be_bound_is_its_own_form()
    {
        var deep = new string('[', 64) + " " + new string(']', 64);

        Assert.Equal(new string('[', 64) + new string(']', 64), Of(deep));
        Assert.Equal($"[{deep}]", Of($"[{deep}]"));
    }

    [Fact]
    public void The_form_is_its_own_form()
        => Prop.ForAll(Spelled, static sample =>
        {
            var canonical = Of(sample.Value.Spell(new Random(sample.Chance)));
            return canonical == Of(canonical);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_white_space_and_spelling_do_not_matter()
        => Prop.ForAll(Spelled, static sample
            => Of(sample.Value.Spell(new Random(sample.Chance))) == Of(sample.Value.Spell(new Random(sample.Chance + 1))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_values_share_a_form_only_if_they_are_equal()
        => Prop.ForAll(Spelled, Spelled, static (left, right)
            => (Of(left.Value.Spell(new Random(left.Chance))) == Of(right.Value.Spell(new Random(right.Chance))))
                == (left.Value.Identity == right.Value.Identity))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"city":"北京","unit":"c"}""")]
    [InlineData("""{"a":[1,-25,0,true,null,{"b":"x","c":{}}],"b":{"a":""}}""")]
    public void What_is_its_own_form_is_seen_without_writing_it(string text) => Assert.True(CanonicalJson.IsOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_is_seen_as_its_own_form_is_that()
        => Prop.ForAll(Spelled, static sample => new[] { sample.Value.Spell(new Random(sample.Chance)), Of(sample.Value.Spell(new Random(sample.Chance))) }
            .All(static text => !CanonicalJson.IsOf(Encoding.UTF8.GetBytes(text)) || Of(text) == text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("")]
    [InlineData("{}{}")]
    [InlineData(" {}")]
    [InlineData("{} ")]
    [InlineData("""{"a" :1}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("""{"a":1 }""")]
    [InlineData("""{"b":1,"a":1}""")]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"b":{"d":1,"c":1}}""")]
    [InlineData("""{"a":"\u0061"}""")]
    [InlineData("""{"a":100}""")]
    [InlineData("""{"a":-0}""")]
    [InlineData("""{"a":1.5}""")]
    public void What_may_have_another_form_is_not_taken_for_its_own(string text) => Assert.False(CanonicalJson.IsOf(Encoding.UTF8.GetBytes(text)));

    private static string Of(string text) => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(text)));
}
