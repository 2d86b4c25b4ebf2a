using System.ComponentModel.DataAnnotations;

namespace GlmTools.Testing.Tests.Snapshots;

/// <summary>The same tools after somebody renamed a parameter, and nothing else.</summary>
internal static class RenamedForecastTools
{
    /// <summary>获取指定城市的天气信息</summary>
    /// <param name="location">城市, 如: 北京</param>
    /// <param name="days">How many days to look ahead</param>
    [GlmTool("get_forecast")]
    public static string GetForecast(string location, [Range(1, 7)] int days = 3) => $"{location} {days}";
}
