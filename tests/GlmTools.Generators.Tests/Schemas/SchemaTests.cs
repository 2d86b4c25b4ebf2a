using System.Text;
using System.Text.Json;
using GlmTools.Testing;

namespace GlmTools.Generators.Tests.Schemas;

public class SchemaTests
{
    public static TheoryData<string> Names => [.. SchemaTools.All.Set.Select(static tool => tool.Name)];

    [Fact]
    public Task The_weather() => ToolSnapshot.Verify(SchemaTools.Only("get_current_weather", "nothing"));

    [Fact]
    public Task Scalars() => ToolSnapshot.Verify(SchemaTools.Only("scalars", "optionals"));

    [Fact]
    public Task Shapes() => ToolSnapshot.Verify(SchemaTools.Only("lists", "dictionaries", "keys", "person", "limits", "others"));

    // GLM looks up the type of a value here, and does it by "type" alone (protocol sheet 12.1).
    [Theory, MemberData(nameof(Names))]
    public void Every_value_has_one_plain_type(string name)
        => Walk(SchemaTools.All[name].JsonSchema, static schema =>
        {
            Assert.Contains(schema.GetProperty("type").GetString(), new[] { "string", "integer", "number", "boolean", "array", "object" });
            Assert.DoesNotContain(schema.EnumerateObject(), static keyword => keyword.Name is "$ref" or "oneOf" or "allOf" or "nullable" or "$schema");
        });

    // What llama.cpp, the strictest engine, takes (protocol sheet 17).
    [Theory, MemberData(nameof(Names))]
    public void Every_pattern_is_anchored_and_names_its_digits(string name)
        => Walk(SchemaTools.All[name].JsonSchema, static schema =>
        {
            if (schema.TryGetProperty("pattern", out var pattern))
            {
                Assert.StartsWith("^", pattern.GetString(), StringComparison.Ordinal);
                Assert.EndsWith("$", pattern.GetString(), StringComparison.Ordinal);
                Assert.DoesNotContain("\\d", pattern.GetString(), StringComparison.Ordinal);
            }
        });

    [Theory, MemberData(nameof(Names))]
    public void What_is_required_is_a_property_without_a_default(string name)
        => Walk(SchemaTools.All[name].JsonSchema, static schema =>
        {
            if (schema.TryGetProperty("required", out var required))
            {
                Assert.NotEmpty(required.EnumerateArray());
                Assert.All(required.EnumerateArray(), member => Assert.False(schema.GetProperty("properties").GetProperty(member.GetString()!).TryGetProperty("default", out _)));
            }
        });

    [Fact]
    public void A_definition_is_compact_UTF8_in_one_order_of_keys()
    {
        foreach (var tool in SchemaTools.All.Set)
        {
            var text = Encoding.UTF8.GetString(tool.Utf8Definition);
            Assert.StartsWith($"{{\"type\":\"function\",\"function\":{{\"name\":\"{tool.Name}\",\"description\":\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\\u", text, StringComparison.Ordinal);
            var options = new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(text).RootElement, options), text);
        }
    }

    [Fact]
    public void A_set_is_the_array_of_its_definitions()
    {
        var set = SchemaTools.All.Set;
        Assert.Equal($"[{string.Join(",", set.Select(static tool => Encoding.UTF8.GetString(tool.Utf8Definition)))}]", set.ToJson());
        Assert.Equal(set.Select(static tool => tool.Name).Order(StringComparer.Ordinal), set.Select(static tool => tool.Name));
        Assert.Equal(JsonDocument.Parse(set.ToJson()).RootElement.GetRawText().Length, JsonSerializer.Serialize(JsonDocument.Parse(set.ToJson(indented: true)).RootElement,
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Length);
    }

    private static void Walk(JsonElement schema, Action<JsonElement> check)
    {
        check(schema);
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "properties":
                    foreach (var property in keyword.Value.EnumerateObject())
                    {
                        Walk(property.Value, check);
                    }

                    break;
                case "items" or "additionalProperties":
                    Walk(keyword.Value, check);
                    break;
                case "anyOf":
                    foreach (var item in keyword.Value.EnumerateArray())
                    {
                        Walk(item, check);
                    }

                    break;
            }
        }
    }
}
