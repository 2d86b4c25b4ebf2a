using System.Text;
using GlmTools;
using Types;

// What the model sees of each tool, what a good call returns, and what a bad one is told. No model is needed for any of it.
var context = new GlmToolContext { Services = new Clocks(), State = new User("li") };
foreach (var (tool, arguments) in Calls())
{
    Console.WriteLine($"\n{Encoding.UTF8.GetString(tool.Utf8Definition)}");
    foreach (var json in arguments)
    {
        var result = await tool.InvokeAsync(Encoding.UTF8.GetBytes(json), context);
        Console.WriteLine($"-> {json}\n<- {result.Text}");
        foreach (var repair in result.Repairs)
        {
            Console.WriteLine($"   repaired {repair}");
        }
    }
}

static IEnumerable<(GlmTool Tool, string[] Arguments)> Calls()
{
    var tools = new Shop().Tools;
    yield return (tools.Find("open_on")!, ["""{"days":["Saturday","Sunday"]}""", """{"days":["Funday"]}"""]);
    yield return (tools.Find("price")!, ["""{"basket":{"apple":2,"pear":1}}""", """{"basket":{"apple":"2","stone":1}}"""]);
    yield return (tools.Find("place_order")!,
    [
        """{"order":{"lines":[{"sku":"AB-12","quantity":2}],"payment":{"$type":"Card","number":"4111"},"deliver":"P2D"}}""",
        """{"order":{"lines":[{"sku":"x","quantity":200}],"payment":{"number":"4111"}}}""",
    ]);
    yield return (tools.Find("move")!, ["""{"by":{"x":1,"y":-2.5}}"""]);
    yield return (tools.Find("tree")!, ["""{"root":{"name":"fruit","children":[{"name":"apple","children":[]}]}}"""]);
    yield return (tools.Find("store")!, ["""{"key":"a","value":{"any":["thing",1]},"digest":"aGk=","total":170141183460469231731687303715884105727}"""]);
    yield return (tools.Find("stock")!, ["{}"]);
    yield return (tools.Find("who_am_i")!, [""]);
}
