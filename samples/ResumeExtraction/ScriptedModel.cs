using GlmTools.Emulator;

namespace ResumeExtraction;

/// <summary>
/// What the emulator says without a key: the data of resume.txt. Its first answer is wrong as those of models sometimes are - a level
/// that is none, a month that is none, a university without its name - and the second one right.
/// </summary>
internal sealed class ScriptedModel : IEmulatedModel
{
    private const string Wrong = """
        {"name":"李明浩","gender":"Male","born":"1985-03-15","email":"minghao.li@163.com","phone":"18888888888","education":[{"school":"清华大学","subject":"计算机科学与技术","from":{"year":2003,"month":9},"to":{"year":2007,"month":7}},{"subject":"信息技术","from":{"year":2008,"month":9},"to":{"year":2010,"month":7}}],"languages":[{"name":"English","level":"良好"}],"jobs":[{"company":"腾讯","department":"云计算","position":"高级技术专家","from":{"year":2019,"month":0}}]}
        """;

    private const string Right = """
        {"name":"李明浩","gender":"Male","born":"1985-03-15","email":"minghao.li@163.com","phone":"18888888888","education":[{"school":"清华大学","subject":"计算机科学与技术","from":{"year":2003,"month":9},"to":{"year":2007,"month":7}},{"school":"北京邮电大学","subject":"信息技术","from":{"year":2008,"month":9},"to":{"year":2010,"month":7}}],"languages":[{"name":"English","level":"Good"}],"jobs":[{"company":"腾讯","department":"云计算","position":"高级技术专家","from":{"year":2019,"month":6}}]}
        """;

    public EmulatedReply Reply(EmulatedRequest request)
        => EmulatedReply.Call("final_answer", request.Messages[^1].Role == "tool" ? Right : Wrong);
}
