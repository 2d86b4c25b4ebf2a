using GlmTools.Emulator;

namespace GlmTools.Generators.Tests.Documentation;

/// <summary>What the emulator says to the programs of the page.</summary>
internal static class FromPythonScript
{
    private const string Joke = "Why don't scientists trust atoms?\n\nBecause they make up everything!";
    private const string Abilities = "我可以：\n1. 回答各种问题\n2. 提供建议";

    public static EmulatedReply Reply(EmulatedRequest request)
    {
        var results = request.Messages.Reverse().TakeWhile(static message => message.Role == "tool").ToList();
        return results.Count > 0 ? AfterTools(results[0].Text) : Answer(request, request.Messages.Last(static message => message.Role == "user").Text);
    }

    public static EmulatedAssistantReply Reply(EmulatedAssistantRequest request)
        => EmulatedAssistantReply.Say(request.Prompt == "你是谁" ? "我是一个名为zR的程序员，精通Python代码。" : "?");

    private static EmulatedReply Answer(EmulatedRequest request, string question) => question switch
    {
        "can you tell me a joke?" or "tell me a joke" => EmulatedReply.Say(Joke),
        "Impressive! Can you tell me who won the 2022 World Cup?" => EmulatedReply.Say("Argentina won the 2022 World Cup."),
        "土星是什么?" => EmulatedReply.Say("土星, 主要由氢和氦组成。"),
        "今天北京天气如何?" => EmulatedReply.Call("get_current_weather", """{"location":"北京","unit":"C"}"""),
        "what is this image describe?" => EmulatedReply.Say("One pixel."),
        "候选人读过哪些大学?" => EmulatedReply.Say("1. 清华大学，专业是计算机科学与技术。\n2. 北京邮电大学，专业是信息技术。"),
        "Extract the candidate." => EmulatedReply.Call(
            request.Tools[^1],
            """{"name":"李明浩","schools":[{"name":"清华大学","subject":"计算机科学与技术"},{"name":"北京邮电大学","subject":"信息技术"}]}"""),
        "写一篇短篇童话故事" => EmulatedReply.Say("从前有一只善良的小狐狸。"),
        "something unsafe" => EmulatedReply.Fail(400, "1301", "系统检测到输入或生成内容可能包含不安全或敏感内容"),
        "创造一个更精准、吸引人的slogan" => EmulatedReply.Say("智谱AI，让创新触手可及!"),
        "你好" => EmulatedReply.Say("你好👋！我是人工智能助手智谱清言。"),
        "1+1=?" => EmulatedReply.Say("1+1=2。"),
        "我的上一个问题是什么" => EmulatedReply.Say($"你的上一个问题是：\"{request.Messages[^3].Text}\"。"),
        "你都可以做些什么事" => EmulatedReply.Say(Abilities),
        _ when question.StartsWith("There were 9 birds", StringComparison.Ordinal) => EmulatedReply.Say("None: the others flew away."),
        _ when question.StartsWith("Read csv", StringComparison.Ordinal) => EmulatedReply.Call("execute_code", """{"code":"import pandas"}"""),
        _ => throw new InvalidOperationException($"The script knows no answer to '{question}'."),
    };

    private static EmulatedReply AfterTools(string result)
        => EmulatedReply.Say(result.StartsWith("北京", StringComparison.Ordinal) ? "北京今天 21.5 °C。" : "The chart is drawn.");
}
