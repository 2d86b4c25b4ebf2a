namespace GlmTools.Testing.Tests.Snapshots;

public class ToolMarkdownTests
{
    [Fact]
    public void Every_argument_at_every_depth_has_a_line()
    {
        const string Definition = """
            {"type":"function","function":{"name":"order","description":"Orders a|b.","parameters":{"type":"object","properties":{
              "lines":{"type":"array","minItems":1,"items":{"type":"object","properties":{"sku":{"type":"string","pattern":"^[a|b]$"}},"required":["sku"]}},
              "pay":{"type":"object","anyOf":[
                {"type":"object","properties":{"$type":{"type":"string","enum":["Card"]},"number":{"type":"string","description":"Its\nnumber"}},"required":["$type","number"]},
                {"type":"object","properties":{"$type":{"type":"string","enum":["Cash"]}},"required":["$type"]}]},
              "stock":{"type":"object","propertyNames":{"type":"string","pattern":"^-?[0-9]+$"},"additionalProperties":{"type":"number","exclusiveMinimum":0}},
              "tree":{"$ref":"#/$defs/Node"}},
              "required":["lines","tree"],
              "$defs":{"Node":{"type":"object","properties":{"children":{"type":"array","items":{"$ref":"#/$defs/Node"}}},"required":["children"]}}}}}
            """;
        Assert.Equal(
            """
            # Tools

            ## `order`

            Orders a|b.

            | argument | type | required | description |
            | --- | --- | --- | --- |
            | `/lines` | array, minItems 1 | yes |  |
            | `/lines/*` | object |  |  |
            | `/lines/*/sku` | string, pattern `"^[a\|b]$"` | yes |  |
            | `/pay` | union | no |  |
            | `/pay[Card]/$type` | one of `"Card"` | yes |  |
            | `/pay[Card]/number` | string | yes | Its number |
            | `/pay[Cash]/$type` | one of `"Cash"` | yes |  |
            | `/stock` | dictionary | no |  |
            | `/stock/{key}` | string, pattern `"^-?[0-9]+$"` |  |  |
            | `/stock/*` | number, exclusiveMinimum 0 |  |  |
            | `/tree` | object | yes |  |
            | `/tree/children` | array | yes |  |
            | `/tree/children/*` | object, as above |  |  |

            """,
            ToolMarkdown.Render(Definition));
    }

    [Fact]
    public void A_tool_without_arguments_says_so()
        => Assert.Contains("\nIt takes no arguments.\n", ToolMarkdown.Render("""[{"type":"function","function":{"name":"now","description":"","parameters":{"type":"object","properties":{}}}}]"""), StringComparison.Ordinal);
}
