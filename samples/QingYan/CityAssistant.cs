using System.Text;
using GlmTools.Emulator;
using static GlmTools.Emulator.EmulatedAssistantContent;

namespace QingYan;

/// <summary>What the emulated assistant says: it reads the file, runs code, draws, and remembers what it drew.</summary>
internal sealed class CityAssistant : IEmulatedAssistant
{
    public EmulatedAssistantReply Reply(EmulatedAssistantRequest request)
    {
        if (request.Files is [var file])
        {
            var lines = Encoding.UTF8.GetString(file.Content.Span).TrimEnd().Split('\n');
            return EmulatedAssistantReply.Of(
                Text($"{file.Name} 有 {lines.Length - 1} 行数据，我来画图。"),
                Code("import pandas as pd\npd.read_csv('cities.csv').plot.bar(x='城市', y='人口')"),
                ExecutionOutput("<Axes: xlabel='城市'>"),
                Images("https://sfile.chatglm.cn/cities.png"),
                Text("图已经画好了。"));
        }

        return EmulatedAssistantReply.Say(request.History.Count > 0 ? "上海，2487 万人【1†source】。" : $"你问的是：{request.Prompt}") with
        {
            Sources = request.History.Count > 0 ? [("第七次全国人口普查公报", "https://www.stats.gov.cn")] : [],
        };
    }
}
