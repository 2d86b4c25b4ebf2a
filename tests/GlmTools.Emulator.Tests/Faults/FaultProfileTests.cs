using System.Reflection;

namespace GlmTools.Emulator.Tests.Faults;

/// <summary>The list of profiles.</summary>
public sealed class FaultProfileTests
{
    [Fact]
    public void The_list_has_every_profile_once()
    {
        var properties = typeof(FaultProfile).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(static property => property.PropertyType == typeof(FaultProfile));

        Assert.Equal(properties.Select(static property => (FaultProfile)property.GetValue(null)!).OrderBy(static fault => fault.Name), FaultProfile.All.OrderBy(static fault => fault.Name));
        Assert.Distinct(FaultProfile.All.Select(static fault => fault.Name));
        Assert.Distinct(FaultProfile.All.Select(static fault => fault.Summary));
    }

    [Fact]
    public void A_profile_is_found_by_its_name()
    {
        Assert.All(FaultProfile.All, static fault => Assert.Same(fault, FaultProfile.Find(fault.ToString())));
        Assert.Same(FaultProfile.SplitUtf8, FaultProfile.Find("split-utf8"));
        Assert.Null(FaultProfile.Find("SplitUtf8"));
    }

    [Fact]
    public void Every_quirk_of_the_wire_has_a_profile()
        => Assert.Equal(Enumerable.Range(1, 36), FaultProfile.All.SelectMany(static fault => fault.Quirks).Distinct().Order());

    [Fact]
    public void Every_profile_applies_to_something()
    {
        var asked = new EmulatedMessage { Role = "assistant", Text = "", ToolCalls = [new("f", "{}", "c1")] };
        var request = new EmulatedRequest
        {
            Model = Wire.Model,
            Messages = [asked, new() { Role = "tool", Text = "", ToolCallId = "c1" }],
            Tools = ["f"],
            Schemas = new Dictionary<string, System.Text.Json.JsonElement> { ["f"] = System.Text.Json.JsonElement.Parse("""{"properties":{"x":{}}}""") },
            Stream = true,
        };
        EmulatedReply[] replies = [EmulatedReply.Say("x"), EmulatedReply.Calls(new("f", "{}"), new("f", """{"a":"b","c":1,"d":[]}"""))];

        Assert.All(FaultProfile.All, fault => Assert.Contains(replies, reply => fault.AppliesTo(request, reply)));
        Assert.All(FaultProfile.All, fault => Assert.False(fault.AppliesTo(request, EmulatedReply.Fail(500, "500", ""))));
    }
}
